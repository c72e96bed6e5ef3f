package dev.talaria.session.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty questions, open at the same time, of five threads of one connection. */
@Timeout(120)
class RealManyApprovalsTest {

  private static final int THREADS = 5;
  private static final int PER_THREAD = 4;

  @TempDir Path workspace;

  /** The thread's number is in its prompt; each call makes the file of thread and call. */
  private static Reply calls(String prompt) {
    Matcher number = Pattern.compile("thread number (\\d)").matcher(prompt);
    if (!number.find()) {
      return Reply.text("no number");
    }
    List<OutputItem> calls = new ArrayList<>();
    for (int call = 0; call < PER_THREAD; call++) {
      calls.add(
          OutputItem.call(
              "exec_command",
              Map.of(
                  "cmd",
                  "touch made-" + number.group(1) + "-" + call,
                  "login",
                  false,
                  "sandbox_permissions",
                  "require_escalated",
                  "justification",
                  "a file")));
    }
    return Reply.of(calls);
  }

  private static ModelScript script() {
    ModelScript.Builder script = ModelScript.builder();
    for (int thread = 0; thread < THREADS; thread++) {
      script.when("thread number " + thread).respond(request -> calls(request.json()));
      script.when("thread number " + thread).text("done " + thread);
    }
    return script.build();
  }

  /** Who is asked, and what is to be answered. */
  private record Asked(
      ApprovalRequest.Command request, CompletableFuture<ApprovalDecision> answer) {
    /** Commands of even number are allowed, the others declined. */
    boolean even() {
      Matcher number = Pattern.compile("made-\\d-(\\d)").matcher(request.command());
      return number.find() && Integer.parseInt(number.group(1)) % 2 == 0;
    }
  }

  @Test
  void each_is_answered_to_the_right_request() throws Exception {
    List<Asked> asked = new CopyOnWriteArrayList<>();
    CountDownLatch all = new CountDownLatch(THREADS * PER_THREAD);
    ApprovalHandler collects =
        request -> {
          CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
          asked.add(new Asked((ApprovalRequest.Command) request, answer));
          all.countDown();
          return answer;
        };
    try (CodexLab lab = new CodexLab(workspace, script())) {
      List<CodexSession> sessions = new ArrayList<>();
      List<Turn> turns = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        CodexSession session = lab.codex.openSession(lab.options().approvals(collects).build());
        sessions.add(session);
        turns.add(session.startTurn(TurnInput.of("thread number " + thread), TurnListener.NONE));
      }
      assertTrue(all.await(60, TimeUnit.SECONDS), "asked so far: " + asked.size());
      List<Asked> shuffled = new ArrayList<>(asked);
      Collections.shuffle(shuffled, new Random(7));
      for (Asked question : shuffled) {
        question
            .answer()
            .complete(question.even() ? ApprovalDecision.allow() : ApprovalDecision.decline());
      }
      for (int thread = 0; thread < THREADS; thread++) {
        TurnResult result = turns.get(thread).result().get(60, TimeUnit.SECONDS);
        assertEquals(TurnStatus.COMPLETED, result.status());
        assertEquals("done " + thread, result.finalText());
        for (int call = 0; call < PER_THREAD; call++) {
          assertEquals(
              call % 2 == 0, Files.exists(workspace.resolve("made-" + thread + "-" + call)));
        }
        String threadId = sessions.get(thread).threadId();
        String number = "made-" + thread;
        assertEquals(
            PER_THREAD,
            asked.stream()
                .filter(question -> question.request().threadId().equals(threadId))
                .filter(question -> question.request().command().contains(number))
                .count());
      }
      assertEquals(THREADS * PER_THREAD, lab.outcomes.size());
    }
  }
}
