package dev.talaria.session;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.ScratchCodexHome;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A host whose code throws, and an MCP server that dies; on real Codex. */
final class FaultHostCells implements FaultCell.Part {

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    ApprovalHandler allows = ApprovalHandler.of(request -> ApprovalDecision.allow());
    asked("listener throws at every event", throwing(), options -> options.approvals(allows));
    asked(
        "approval handler throws",
        TurnListener.NONE,
        options ->
            options.approvals(
                request -> {
                  throw new IllegalStateException("the handler fails");
                }));
    asked(
        "approval handler's stage fails",
        TurnListener.NONE,
        options ->
            options.approvals(
                request -> CompletableFuture.failedFuture(new IllegalStateException("fails"))));
    asked(
        "approval handler returns null",
        TurnListener.NONE,
        options -> options.approvals(request -> null));
    asked(
        "audit throws",
        TurnListener.NONE,
        options ->
            options
                .approvals(allows)
                .audit(
                    outcome -> {
                      throw new IllegalStateException("the audit fails");
                    }));
    mcp("MCP server dies in a call", "die");
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

  private void asked(
      String fault, TurnListener listener, UnaryOperator<SessionOptions.Builder> host) {
    put(
        fault,
        FaultPhase.APPROVAL,
        FaultPhase.APPROVAL.script(""),
        config -> config,
        host,
        listener);
  }

  private void mcp(String fault, String tool) {
    ModelScript script =
        ModelScript.builder()
            .when(FaultLab.AGAIN)
            .repeat()
            .text("again it works")
            .reply(OutputItem.call(tool, Map.of()).inNamespace(CodexLab.mcpNamespace()))
            .text("the tool failed")
            .build();
    put(fault, FaultPhase.COMMAND, script, CodexLab::withMcpServer, o -> o, TurnListener.NONE);
  }

  private void put(
      String fault,
      FaultPhase phase,
      ModelScript script,
      UnaryOperator<ScratchCodexHome.Builder> config,
      UnaryOperator<SessionOptions.Builder> host,
      TurnListener listener) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          try (FaultLab lab = new FaultLab(script, marker, config)) {
            CodexSession session = lab.codex.openSession(host.apply(lab.options(phase)).build());
            long start = System.nanoTime();
            TurnResult result = session.runTurn(TurnInput.of("go"), listener);
            return FaultMatrix.finish(lab, session, result, start);
          }
        });
  }
}
