package dev.talaria.viewer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.viewer.HostileSession;
import dev.talaria.viewer.LiveLab;
import dev.talaria.viewer.TalariaViewer;
import dev.talaria.viewer.ViewerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live page of a real Codex in a real Chromium. */
@Timeout(300)
class LivePageTest {

  private static final String SECRET = "sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56";

  @TempDir static Path folder;

  private static LiveLab lab;
  private static Browser browser;

  private TalariaViewer viewer;

  @BeforeAll
  static void start() throws Exception {
    lab = new LiveLab(folder);
    browser = new Browser(folder.resolve("home"));
  }

  @AfterAll
  static void stop() throws IOException {
    browser.close();
    lab.close();
  }

  @BeforeEach
  void open() {
    viewer = TalariaViewer.start(lab.codex, ViewerOptions.builder().interactive(true).build());
    browser.openLive(viewer.uri());
  }

  @AfterEach
  void close() {
    browser.assertQuiet();
    viewer.close();
  }

  private static Turn turn(CodexSession session, String prompt) {
    return session.startTurn(TurnInput.of(prompt), TurnListener.NONE);
  }

  @Test
  void a_turn_streams_and_a_click_lets_its_command_run() throws Exception {
    Path file = lab.workspace.resolve("clicked.txt");
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.of(
                        OutputItem.chunks(
                            "First **the",
                            " plan** of",
                            " what I",
                            " do, <b>x</b>",
                            " word",
                            " for",
                            " word"),
                        OutputItem.escalatedCommand(
                            "echo '<img src=x onerror=window.owned=1> \u202e' "
                                + SECRET
                                + " > "
                                + file))
                    .between(Duration.ofMillis(40)))
            .text("All is done.")
            .build();
    try (CodexSession session = lab.open(script, viewer.approvals())) {
      Turn turn = turn(session, "Write <script>window.owned=1</script> it");
      // While it comes: marked as running, and some of its text there.
      browser.wait(
          "return talaria.session.items.some(i => i.kind === 'message' && i.open && i.body.text)"
              + " || talaria.session.asks.size > 0");
      browser.waitForText("Codex asks: run a command");
      browser.waitForText("masked.");
      assertFalse(((String) browser.run("return document.body.innerText")).contains(SECRET));
      assertTrue(((String) browser.run("return document.title")).startsWith("(1)"));
      browser.click("button.whole");
      browser.waitForText(SECRET);
      browser.waitForText("\\u202e");
      browser.wait("return document.querySelector('.thread-row .status.waiting') !== null");
      assertFalse(Files.exists(file));
      browser.click(".choices .once");
      assertEquals(TurnStatus.COMPLETED, turn.await().status());
      assertTrue(Files.readString(file).contains(SECRET));
      browser.waitForText("All is done.");
      browser.waitForText("the browser");
      browser.wait("return document.querySelector('.asks') === null");

      browser.reload();
      browser.waitForText("All is done.");
      browser.waitForText("the browser");
      browser.waitForText("First the plan of what I do, <b>x</b>");
      assertNull(browser.run("return window.owned"));
    }
  }

  @Test
  void a_prompt_is_sent_and_its_turn_interrupted() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.text("I think about this for very long now")).hangAfter(9))
            .build();
    try (CodexSession session = lab.open(script, ApprovalHandler.declineAll())) {
      browser.wait("return document.querySelector('.box textarea') !== null");
      browser.type(".box textarea", "Begin with it");
      browser.click(".box .send");
      browser.waitForText("Begin with it");
      browser.click(".box .interrupt");
      browser.waitForText("interrupted");
      assertFalse(session.threadId().isEmpty());
    }
  }

  @Test
  void a_person_says_why_not_and_changes_what_is_stored() throws Exception {
    Path file = lab.workspace.resolve("second.txt");
    List<Reply> replies =
        List.of(
            Reply.of(OutputItem.escalatedCommand("touch " + lab.workspace.resolve("first.txt"))),
            Reply.of(OutputItem.escalatedCommand("touch " + file)),
            Reply.text("Both were asked."));
    // By what the request has: Codex may take the reason, a steer, before the second command or
    // after.
    ModelScript script =
        ModelScript.builder().repeat().respond(request -> replies.get(outputs(request))).build();
    try (CodexSession session = lab.open(script, viewer.approvals())) {
      Turn turn = turn(session, "Write two files");
      browser.click(".choices .reason");
      browser.type(".step textarea", "the second one only");
      browser.click(".choices .deny");
      browser.click(".choices .always");
      browser.wait("return document.querySelector('.step textarea')?.value.startsWith('touch ')");
      browser.click(".choices .back");
      browser.click(".choices .always");
      browser.wait("return document.querySelector('.step textarea') !== null");
      browser.run("document.querySelector('.step textarea').value = ''");
      browser.type(".step textarea", "touch");
      browser.click(".choices .always");
      assertEquals(TurnStatus.COMPLETED, turn.await().status());
      assertTrue(Files.exists(file));
      assertFalse(Files.exists(lab.workspace.resolve("first.txt")));
      browser.waitForText("Both were asked.");
      browser.waitForText("I declined that: the second one only");
    }
  }

  private static int outputs(ModelRequest request) {
    int outputs = 0;
    for (JsonNode item : request.body().path("input")) {
      outputs += item.path("type").asText().equals("function_call_output") ? 1 : 0;
    }
    return outputs;
  }

  @Test
  void the_raw_view_matches_replies_and_filters() {
    try (CodexSession session =
        lab.open(ModelScript.texts("Fine so far"), ApprovalHandler.declineAll())) {
      session.runTurn("Say it");
      browser.click("button.show-raw");
      browser.wait("return document.querySelectorAll('.raw-row').length > 5");
      browser.type(".raw-method", "turn/start");
      browser.wait(
          "const rows = [...document.querySelectorAll('.raw-row')];"
              + " return rows.length >= 2 && rows.every(r => r.innerText.includes('turn/start'))");
      browser.click(".raw-row.reply");
      browser.waitForText("Its request: #");
      browser.waitForText("inProgress");
      browser.type(".raw-words", "no message has this");
      browser.waitForText("0 messages");
      browser.click("button.show-raw");
      browser.waitForText("Fine so far");
    }
  }

  @Test
  void a_question_is_answered_by_a_choice_and_a_text() throws Exception {
    Map<String, Object> option = Map.of("label", "Blue", "description", "As the sky");
    Map<String, Object> other = Map.of("label", "Green", "description", "As grass");
    Map<String, Object> question =
        Map.of(
            "id", "colour",
            "header", "Colour",
            "question", "Which colour?",
            "options", List.of(option, other));
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call("request_user_input", Map.of("questions", List.of(question)))
                    .withCallId("ask"))
            .text("I take it.")
            .build();
    try (CodexSession session = lab.open(script, viewer.approvals())) {
      Turn turn = turn(session, "Paint it");
      browser.waitForText("Which colour?");
      browser.wait("return document.querySelector('.choices .once:enabled') !== null");
      browser.type("form.ask input, form.ask select", "Green");
      browser.click(".choices .once");
      assertEquals(TurnStatus.COMPLETED, turn.await().status());
      String answer = lab.model.requests().get(1).outputOf("ask").orElseThrow();
      assertTrue(answer.contains("Green"), answer);
      browser.waitForText("I take it.");
    }
  }

  /** Each payload as a message, a summary of thinking and a prompt. */
  @Test
  void hostile_texts_run_nothing() {
    List<OutputItem> items = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    HostileSession.all()
        .map(HostileSession::payload)
        // Half a surrogate pair cannot be sent to Codex.
        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
        .forEach(
            payload -> {
              items.add(OutputItem.reasoning(payload));
              items.add(OutputItem.text(payload));
              all.append(payload).append("\n\n");
            });
    items.add(OutputItem.text("The last of them"));
    ModelScript script = ModelScript.builder().reply(Reply.of(items)).build();
    try (CodexSession session = lab.open(script, ApprovalHandler.declineAll())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn(all.toString()).status());
      browser.wait(
          "return talaria.session.items.some(i => String(i.body?.text).includes('The last of them'))");
      String shown = browser.scrolledText();
      assertFalse(shown.contains("cannot be shown"), shown);
      assertTrue(shown.contains("The last of them"), shown);
      assertNull(browser.run("return window.owned"));
    }
  }

  @Test
  void axe_finds_nothing_serious() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.text("Look"), OutputItem.escalatedCommand("echo " + SECRET))
            .text("Good.")
            .build();
    try (CodexSession session = lab.open(script, viewer.approvals())) {
      Turn turn = turn(session, "Begin");
      browser.click("button.whole");
      browser.wait("return document.querySelector('.choices .once:enabled') !== null");
      for (String scheme : List.of("light", "dark")) {
        browser.style(scheme);
        assertEquals(List.of(), browser.axe(), scheme);
        browser.click("button.show-raw");
        browser.click(".raw-row");
        assertEquals(List.of(), browser.axe(), scheme + " raw");
        browser.click("button.show-raw");
      }
      browser.style("light");
      browser.click(".choices .deny");
      turn.await();
    }
  }
}
