package dev.talaria.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.DecisionSource;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.Fault;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a question when the app-server fails while it is open. */
@Timeout(60)
class ReplayApprovalFaultTest {

  private static final String ASKS = "item/commandExecution/requestApproval";
  private static final ApprovalHandler ALLOW =
      ApprovalHandler.of(request -> ApprovalDecision.allowForSession());

  private final CompletableFuture<ApprovalDecision> undecided = new CompletableFuture<>();

  private final AtomicInteger withdrawn = new AtomicInteger();
  private volatile ReplayServer server;

  private TurnResult run(FaultScript.Builder faults, ApprovalHandler handler, Duration limit)
      throws IOException {
    server =
        ReplayServer.start(
            Recording.read(Recordings.APPROVED_COMMAND),
            ReplayOptions.builder().faults(faults.build()).build());
    try (ReplayServer closed = server;
        Codex codex = Codex.connect(closed.input(), closed.output(), CodexOptions.defaults());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder().approvals(handler).turnTimeout(limit).build())) {
      return session.runTurn(
          TurnInput.of("run it"),
          new TurnListener() {
            @Override
            public void onApprovalEnded(ApprovalOutcome outcome) {
              if (outcome.decider() == DecisionSource.WITHDRAWN) {
                withdrawn.incrementAndGet();
              }
            }
          });
    }
  }

  private void assertCancelled() {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(undecided::isCancelled);
  }

  @Test
  void a_question_is_answered_once() throws Exception {
    TurnResult result = run(FaultScript.builder(), ALLOW, Duration.ofSeconds(20));
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals(1, result.toolIterations());
    assertEquals(List.of(), server.differences());
  }

  @Test
  void a_question_that_comes_twice_does_not_stop_the_turn() throws Exception {
    TurnResult result =
        run(FaultScript.builder().add(new Fault.Duplicate(ASKS)), ALLOW, Duration.ofSeconds(20));
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals(1, result.toolIterations());
  }

  @Test
  void a_question_before_its_item_is_still_answered() throws Exception {
    FaultScript.Builder late =
        FaultScript.builder()
            .afterMethod("item/started")
            .late("item/started", Duration.ofMillis(200));
    TurnResult result = run(late, ALLOW, Duration.ofSeconds(20));
    assertEquals(TurnStatus.COMPLETED, result.status());
    assertEquals(1, result.toolIterations());
  }

  @Test
  void a_lost_connection_withdraws_the_question() throws Exception {
    ApprovalHandler hangsUp =
        request -> {
          server.close();
          return undecided;
        };
    TurnResult result = run(FaultScript.builder(), hangsUp, Duration.ofSeconds(20));
    assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind());
    assertEquals(1, withdrawn.get());
    assertCancelled();
  }

  @Test
  void the_time_limit_withdraws_the_question_of_a_silent_server() throws Exception {
    FaultScript.Builder silence = FaultScript.builder().afterMethod(ASKS).add(new Fault.Silence());
    TurnResult result = run(silence, request -> undecided, Duration.ofMillis(400));
    assertEquals(TurnError.Kind.TIMEOUT, result.error().kind());
    assertTrue(result.retire());
    assertEquals(1, withdrawn.get());
    assertCancelled();
  }

  @Test
  void the_servers_own_resolution_withdraws_the_question() throws Exception {
    FaultScript.Builder resolved =
        FaultScript.builder()
            .afterMethod(ASKS)
            .add(
                new Fault.Insert(
                    Recording.builder("0.169.0")
                        .recv(
                            """
                        {"method":"serverRequest/resolved","params":{"requestId":0,\
                        "threadId":"019aa111-0000-7000-8000-000000000001"}}""")
                        .build()
                        .messages()
                        .get(0)
                        .message()))
            .afterMethod(ASKS)
            .add(new Fault.Cut());
    run(resolved, request -> undecided, Duration.ofSeconds(20));
    assertEquals(1, withdrawn.get());
  }
}
