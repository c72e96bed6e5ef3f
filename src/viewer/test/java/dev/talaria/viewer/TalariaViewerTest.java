package dev.talaria.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live viewer of a real Codex, over HTTP. A viewer sees every thread: each test has its Codex.
 */
@Timeout(120)
class TalariaViewerTest {

  private static final String SECRET = "sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56";

  @TempDir Path folder;

  private LiveLab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new LiveLab(folder);
  }

  @AfterEach
  void stop() throws IOException {
    lab.close();
  }

  private TalariaViewer viewer() {
    return TalariaViewer.start(lab.codex, ViewerOptions.builder().interactive(true).build());
  }

  /** The model may be asked once more: a reason that comes after its answer is a steer. */
  private static ModelScript asks(String command) {
    return ModelScript.builder()
        .reply(OutputItem.text("I look."), OutputItem.escalatedCommand(command))
        .repeat()
        .text("It is done now.")
        .build();
  }

  private static Turn turn(CodexSession session) {
    return session.startTurn(TurnInput.of("Do it"), TurnListener.NONE);
  }

  @Test
  void a_click_lets_the_command_run_that_was_shown() throws Exception {
    Path file = lab.workspace.resolve("clicked.txt");
    try (TalariaViewer viewer = viewer();
        CodexSession session =
            lab.open(asks("echo " + SECRET + " > " + file), viewer.approvals())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        JsonNode ask = events.await("ask", any -> true);
        assertEquals(session.threadId(), ask.path("thread").asText());
        assertNotEquals(0, ask.path("masked").asInt());
        assertTrue(ask.path("lines").toString().contains("echo "), ask.toString());
        assertFalse(ask.toString().contains(SECRET));
        assertTrue(ask.path("choices").toString().contains("\"once\""), ask.toString());
        String id = ask.path("id").asText();
        assertTrue(page.get("whole?id=" + id).body().contains(SECRET));
        assertEquals("waiting", events.awaitItem("approval", true).at("/body/decision").asText());
        assertFalse(Files.exists(file));

        assertEquals(409, page.act("answer", Map.of("id", "another", "choice", "once")));
        assertEquals(400, page.act("answer", Map.of("id", id, "choice", "everything")));
        page.done("answer", Map.of("id", id, "choice", "once"));
        assertEquals(409, page.act("answer", Map.of("id", id, "choice", "deny")));
        assertEquals(404, page.get("whole?id=" + id).statusCode());
        assertEquals(TurnStatus.COMPLETED, turn.await().status());
        assertTrue(Files.readString(file).contains(SECRET));
        JsonNode approval = events.awaitItem("approval", false);
        assertEquals("accept", approval.at("/body/decision").asText());
        assertEquals("the browser", approval.at("/body/by").asText());
        events.await("turn", one -> one.path("status").asText().equals("completed"));
        assertFalse(events.events.toString().contains(SECRET), "the page has masked texts only");
      }
    }
  }

  @Test
  void always_stores_the_words_that_were_written() throws Exception {
    Path file = lab.workspace.resolve("stored.txt");
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(asks("touch " + file), viewer.approvals())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        JsonNode ask = events.await("ask", any -> true);
        String id = ask.path("id").asText();
        assertTrue(ask.path("stores").asBoolean(), ask.toString());
        assertEquals("touch " + file, page.get("words?id=" + id).body());
        assertEquals(
            400, page.act("answer", Map.of("id", id, "choice", "always", "words", "touch; ls")));
        page.done("answer", Map.of("id", id, "choice", "always", "words", "touch"));
        assertEquals(TurnStatus.COMPLETED, turn.await().status());
      }
    }
    assertTrue(Files.exists(file));
    assertTrue(lab.storedRules().contains("[\"touch\"]"), lab.storedRules());
  }

  @Test
  void the_model_reads_why_something_was_declined() throws Exception {
    Path file = lab.workspace.resolve("declined.txt");
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(asks("touch " + file), viewer.approvals())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        String id = events.await("ask", any -> true).path("id").asText();
        page.done("answer", Map.of("id", id, "choice", "deny", "reason", "use another folder"));
        assertEquals(TurnStatus.COMPLETED, turn.await().status());
      }
    }
    assertFalse(Files.exists(file));
    assertTrue(
        lab.model.requests().stream()
            .anyMatch(request -> request.json().contains("I declined that: use another folder")));
  }

  /** Half a surrogate pair is JSON for the page and not for Codex. */
  @Test
  void a_reason_that_cannot_be_sent_leaves_the_answer() throws Exception {
    Path file = lab.workspace.resolve("unsent.txt");
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(asks("touch " + file), viewer.approvals())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        String id = events.await("ask", any -> true).path("id").asText();
        RawValue half = new RawValue("\"\\ud800\"");
        assertEquals(400, page.act("answer", Map.of("id", id, "choice", "deny", "reason", half)));
        assertEquals(TurnStatus.COMPLETED, turn.result().get(60, TimeUnit.SECONDS).status());
      }
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void the_first_to_answer_counts_and_the_other_is_withdrawn() throws Exception {
    CompletableFuture<ApprovalDecision> host = new CompletableFuture<>();
    try (TalariaViewer viewer = viewer();
        CodexSession session =
            lab.open(
                asks("touch " + lab.workspace.resolve("host.txt")),
                viewer.approvals(request -> host))) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        String id = events.await("ask", any -> true).path("id").asText();
        host.complete(ApprovalDecision.allow());
        assertEquals(
            "the handler of the host",
            events.await("ask", ask -> ask.path("gone").asBoolean()).path("by").asText());
        assertEquals(409, page.act("answer", Map.of("id", id, "choice", "deny")));
        turn.await();
        assertTrue(Files.exists(lab.workspace.resolve("host.txt")));
      }
    }
    CompletableFuture<ApprovalDecision> slow = new CompletableFuture<>();
    Path denied = lab.workspace.resolve("denied.txt");
    try (TalariaViewer viewer = viewer();
        CodexSession session =
            lab.open(asks("touch " + denied), viewer.approvals(request -> slow))) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        String id = events.await("ask", any -> true).path("id").asText();
        page.done("answer", Map.of("id", id, "choice", "deny"));
        LivePage.eventually(slow::isCancelled);
        turn.await();
        assertFalse(Files.exists(denied));
      }
    }
  }

  @Test
  void without_a_page_an_approval_is_declined_and_a_turn_that_ends_withdraws_it() throws Exception {
    Path file = lab.workspace.resolve("nobody.txt");
    try (TalariaViewer viewer =
            TalariaViewer.start(
                lab.codex,
                ViewerOptions.builder()
                    .interactive(true)
                    .patience(Duration.ofMillis(200))
                    .build());
        CodexSession session = lab.open(asks("touch " + file), viewer.approvals())) {
      assertEquals(TurnStatus.COMPLETED, turn(session).await().status());
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        assertEquals("decline", events.awaitItem("approval", false).at("/body/decision").asText());
        lab.model.restart(asks("touch " + file));
        Turn turn = turn(session);
        events.await("ask", ask -> !ask.path("gone").asBoolean());
        turn.interrupt();
        events.await("ask", ask -> ask.path("gone").asBoolean());
        assertEquals(TurnStatus.INTERRUPTED, turn.await().status());
      }
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void text_streams_and_a_page_that_comes_back_gets_the_rest() throws Exception {
    String[] words =
        "one two three four five six seven eight nine ten eleven twelve".split("(?<= )");
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks(words)).between(Duration.ofMillis(30)))
            .build();
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(script, ApprovalHandler.declineAll())) {
      LivePage page = new LivePage(viewer.uri());
      String last;
      try (LivePage.Stream events = page.events("events", null)) {
        Turn turn = turn(session);
        JsonNode delta = events.await("text", any -> true);
        last = events.find("text", any -> true).orElseThrow().id();
        // The viewer's own mark may hold hyphens: one in eight does.
        assertTrue(last.matches("[\\w-]{8}\\.\\d+"), last);
        JsonNode open =
            events
                .find("item", item -> item.path("number").equals(delta.path("number")))
                .orElseThrow()
                .data();
        assertTrue(open.path("open").asBoolean(), open.toString());
        turn.await();
        JsonNode whole = events.awaitItem("message", false);
        assertEquals(String.join("", words), whole.at("/body/text").asText());
      }
      try (LivePage.Stream events = page.events("events", last)) {
        events.awaitItem("message", false);
        events.await("turn", one -> one.path("status").asText().equals("completed"));
        assertTrue(
            events.find("item", item -> item.path("kind").asText().equals("user")).isEmpty());
      }
      try (LivePage.Stream events = page.events("events", "another" + last)) {
        events.awaitItem("user", false);
        events.await("thread", thread -> thread.path("id").asText().equals(session.threadId()));
      }
      try (LivePage.Stream raw = page.events("events?raw=1", null)) {
        JsonNode reply =
            raw.await(
                "raw", one -> one.has("took") && one.path("method").asText().equals("turn/start"));
        JsonNode request = raw.await("raw", one -> one.path("n").equals(reply.path("answers")));
        assertTrue(request.path("sent").asBoolean() && reply.path("took").asDouble() > 0);
        String n = reply.path("n").asText();
        assertTrue(page.get("raw?n=" + n).body().contains("\"result\""));
        assertTrue(
            page.get("search?words=TURN%2FSTART").body().contains(request.path("n").asText()));
      }
    }
  }

  @Test
  void the_threads_of_a_pool_are_on_one_page() throws Exception {
    lab.model.restart(ModelScript.builder().repeat().text("It is done now.").build());
    SessionOptions options =
        SessionOptions.builder().cwd(lab.workspace).approvals(ApprovalHandler.declineAll()).build();
    try (CodexPool pool = CodexPool.launch(lab.launchOptions(), new PoolOptions(2, 1));
        TalariaViewer viewer =
            TalariaViewer.start(pool, ViewerOptions.builder().interactive(true).build());
        CodexSession one = pool.openSession(options);
        CodexSession two = pool.openSession(options)) {
      assertEquals(2, pool.children());
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        for (CodexSession session : List.of(one, two)) {
          session.runTurn("Do it");
          events.await("thread", thread -> thread.path("id").asText().equals(session.threadId()));
        }
        page.done("prompt", Map.of("thread", two.threadId(), "text", "Do it from the page"));
        events.await("item", item -> item.at("/body/text").asText().equals("Do it from the page"));
      }
    }
  }

  @Test
  void a_page_begins_steers_and_interrupts_turns() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.text("Wait for it")).hangAfter(3))
            // Codex ends the first answer when it is steered and asks again at once.
            .reply(Reply.of(OutputItem.text("Another answer.")).hangAfter(3))
            .build();
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(script, ApprovalHandler.declineAll())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        String thread = session.threadId();
        page.done("prompt", Map.of("thread", thread, "text", "Begin"));
        JsonNode turn =
            events.await("turn", one -> one.path("status").asText().equals("inProgress"));
        String id = turn.path("id").asText();
        // A turn that has just been announced is not always there to be steered yet.
        events.awaitItem("message", true);
        page.done("steer", Map.of("thread", thread, "turn", id, "text", "and more"));
        page.done("interrupt", Map.of("thread", thread, "turn", id));
        events.await("turn", one -> one.path("status").asText().equals("interrupted"));
        assertEquals(409, page.act("interrupt", Map.of("thread", thread, "turn", "none")));
        assertEquals(409, page.act("prompt", Map.of("thread", "none", "text", "Begin")));
        assertEquals(400, page.act("prompt", Map.of("thread", thread, "text", " ")));
      }
    }
  }

  @Test
  void a_turn_says_who_began_it() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.text("One after the other")).between(Duration.ofMillis(50)))
            .text("From the queue.")
            .build();
    try (TalariaViewer viewer = viewer();
        CodexSession session = lab.open(script, ApprovalHandler.declineAll())) {
      LivePage page = new LivePage(viewer.uri());
      try (LivePage.Stream events = page.events("events", null)) {
        session.shellCommand("echo hello").await();
        events.await("turn", one -> one.path("origin").asText().equals("shell"));
        Turn turn = turn(session);
        events.await("turn", one -> one.path("origin").asText().equals("host"));
        session.queue().add(TurnInput.of("And this"));
        turn.await();
        events.await("turn", one -> one.path("origin").asText().equals("queue"));
      }
    }
  }

  @Test
  void who_may_not_see_it_is_refused() throws Exception {
    try (TalariaViewer viewer =
        TalariaViewer.start(
            lab.codex, ViewerOptions.builder().interactive(true).connections(2).build())) {
      URI address = viewer.uri();
      LivePage page = new LivePage(address);
      assertEquals(403, page.send(HttpRequest.newBuilder(address)).statusCode(), "once only");
      for (String path : List.of("", "events", "page.js", "text?n=0", "raw?n=1", "whole?id=1")) {
        HttpRequest.Builder stranger = HttpRequest.newBuilder(page.root.resolve(path));
        assertEquals(403, page.send(stranger).statusCode(), path);
      }
      HttpResponse<String> html = page.get("");
      String policy = html.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
      assertFalse(policy.contains("unsafe"), policy);

      Map<String, String> body = Map.of("id", "x", "choice", "once");
      assertEquals(409, page.act("answer", body));
      assertEquals(
          403, page.send(page.post("answer", body).setHeader("X-Talaria-Token", "x")).statusCode());
      for (String origin :
          List.of("http://evil.example", "null", "https://" + page.root.getAuthority())) {
        assertEquals(
            403, page.send(page.post("answer", body).setHeader("Origin", origin)).statusCode());
      }
      assertEquals(
          403,
          page.send(page.post("answer", body).header("Sec-Fetch-Site", "cross-site")).statusCode());
      assertEquals(
          415,
          page.send(page.post("answer", body).setHeader("Content-Type", "text/plain"))
              .statusCode());
      assertEquals(413, page.act("prompt", Map.of("text", "x".repeat(300_000))));
      assertEquals(405, page.send(page.request("").DELETE()).statusCode());

      int port = page.root.getPort();
      assertEquals(200, status(port, "Host: localhost:" + port, page.cookie));
      for (String host :
          List.of(
              "Host: evil.example:" + port,
              "Host: localhost",
              "Host: localhost:" + port + "\r\nHost: evil.example")) {
        assertEquals(403, status(port, host, page.cookie), host);
      }
      try (LivePage.Stream one = page.events("events", null);
          LivePage.Stream two = page.events("events", null)) {
        assertEquals(200, one.status + two.status - 200);
        assertEquals(503, page.get("events").statusCode());
      }
    }
  }

  /** The status of a request with headers that Java's own client does not send. */
  private static int status(int port, String host, String cookie) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET / HTTP/1.1\r\n" + host + "\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(reply.split(" ")[1]);
    }
  }

  @Test
  void a_viewer_to_look_at_is_mounted_by_its_host_and_forgets_the_oldest() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    try (TalariaViewer viewer =
            TalariaViewer.start(
                lab.codex,
                ViewerOptions.builder().mounted().memory(50_000).rawMessages(3).build());
        CodexSession session =
            lab.open(
                ModelScript.texts("a".repeat(40_000), "b".repeat(40_000)), viewer.approvals())) {
      server.createContext("/viewer/", viewer.handler());
      server.start();
      LivePage page =
          new LivePage(
              viewer.uri(
                  URI.create("http://localhost:" + server.getAddress().getPort() + "/viewer/")));
      assertEquals(403, page.act("prompt", Map.of("thread", session.threadId(), "text", "Begin")));
      session.runTurn("One");
      session.runTurn("Two");
      try (LivePage.Stream events = page.events("events", null);
          LivePage.Stream raw = page.events("events?raw=1", null)) {
        // The last message may still be on its way to the viewer when its turn has ended.
        JsonNode last =
            events.await(
                "item", item -> item.at("/body/text/head").asText().equals("b".repeat(4096)));
        String text = page.get("text?n=" + last.at("/body/text/blob").asText()).body();
        assertEquals("b".repeat(40_000), text);
        assertNotEquals(0, events.await("state", any -> true).path("fallen").asInt());
        assertTrue(raw.await("raw", any -> true).path("n").asInt() > 3);
        assertEquals(404, page.get("raw?n=1").statusCode());
      }
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
