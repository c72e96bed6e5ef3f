package dev.talaria.session.fault;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A host whose code throws or is slow, on real Codex. */
final class FaultHostCells implements FaultCell.Part {

  private static final ApprovalHandler ALLOWS =
      ApprovalHandler.of(request -> ApprovalDecision.allow());

  private static final ApprovalPolicy THROWS =
      request -> {
        throw new IllegalStateException("the policy fails");
      };

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    asked("listener throws at every event", true, throwing(), options -> options.approvals(ALLOWS));
    declined(
        "approval handler throws",
        options ->
            options.approvals(
                request -> {
                  throw new IllegalStateException("the handler fails");
                }));
    declined(
        "approval handler's stage fails",
        options ->
            options.approvals(
                request -> CompletableFuture.failedFuture(new IllegalStateException("fails"))));
    declined("approval handler returns null", options -> options.approvals(request -> null));
    declined("policy throws", options -> options.policy(THROWS).approvals(ALLOWS));
    declined(
        "policy throws beside a rule that allows",
        options ->
            options
                .policy(
                    ApprovalPolicy.allow(ApprovalMatch.commandPrefix("touch"))
                        .and(THROWS)
                        .orElse(request -> ApprovalPolicy.Ruling.of(ApprovalDecision.allow(), "")))
                .approvals(ALLOWS));
    declined("policy returns null", options -> options.policy(request -> null).approvals(ALLOWS));
    asked(
        "audit throws",
        true,
        TurnListener.NONE,
        options ->
            options
                .approvals(ALLOWS)
                .audit(
                    outcome -> {
                      throw new IllegalStateException("the audit fails");
                    }));
    slow("listener blocks for 3 s at one event");
    return cells;
  }

  /** A listener each of whose methods throws. */
  static TurnListener throwing() {
    return (TurnListener)
        Proxy.newProxyInstance(
            TurnListener.class.getClassLoader(),
            new Class<?>[] {TurnListener.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("the listener fails at " + method.getName());
            });
  }

  private void declined(String fault, UnaryOperator<SessionOptions.Builder> host) {
    asked(fault, false, TurnListener.NONE, host);
  }

  /** A turn that asks once, whose command makes a file if it is allowed. */
  private void asked(
      String fault,
      boolean allowed,
      TurnListener listener,
      UnaryOperator<SessionOptions.Builder> host) {
    for (FaultPhase phase : List.of(FaultPhase.APPROVAL, FaultPhase.GOAL_APPROVAL)) {
      asked(fault, phase, allowed, listener, host);
    }
  }

  private void asked(
      String fault,
      FaultPhase phase,
      boolean allowed,
      TurnListener listener,
      UnaryOperator<SessionOptions.Builder> host) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab = new FaultLab(phase.script(marker))) {
            lab.listener = listener;
            CodexSession session = lab.codex.openSession(host.apply(lab.options(phase)).build());
            long start = System.nanoTime();
            TurnResult result = lab.start(session, phase).await();
            if (Files.exists(lab.workspace.resolve("made.txt")) != allowed) {
              throw new IllegalStateException("the command ran: " + !allowed);
            }
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }

  /** Codex goes on meanwhile, and the library looks at a turn that seems silent. */
  private void slow(String fault) {
    Reply steady = Reply.of(OutputItem.chunks("slow ", "and ", "steady"));
    ModelScript script =
        ModelScript.builder()
            .when(FaultLab.AGAIN)
            .repeat()
            .text("again it works")
            .reply(steady)
            .build();
    slow(fault, FaultPhase.STREAMING, script);
    slow(fault, FaultPhase.GOAL_STREAMING, FaultPhase.goal(steady));
  }

  private void slow(String fault, FaultPhase phase, ModelScript script) {
    CountDownLatch never = new CountDownLatch(1);
    TurnListener blocks =
        new TurnListener() {
          @Override
          public void onTextDelta(String itemId, String delta) {
            try {
              if (delta.equals("slow ") && never.await(3, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody counts down");
              }
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab = new FaultLab(script)) {
            lab.listener = blocks;
            CodexSession session =
                lab.codex.openSession(lab.options(phase).quietTime(Duration.ofMillis(300)).build());
            long start = System.nanoTime();
            TurnResult result = lab.start(session, phase).await();
            if (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(3)) {
              throw new IllegalStateException("the listener did not block");
            }
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }
}
