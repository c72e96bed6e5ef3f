package dev.talaria.llm;

import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import java.nio.file.Path;
import java.util.Map;

/** What every thread of a model call is: read-only, without questions, kept nowhere. Stateless. */
final class EphemeralThread {

  private EphemeralThread() {}

  /**
   * The options of such a thread.
   *
   * @param users the servers that {@link Isolation#STRICT} turns off
   * @param shell whether the model may run commands all the same
   * @param config keys of Codex's configuration that the host adds
   */
  static SessionOptions.Builder options(
      Codex codex,
      Path cwd,
      String model,
      Isolation isolation,
      UserServers users,
      boolean shell,
      Map<String, Object> config) {
    Map<String, Object> strict =
        isolation == Isolation.STRICT ? StrictConfig.of(codex, users, shell) : Map.of();
    return SessionOptions.builder()
        .cwd(cwd)
        .model(model)
        .sandbox(SandboxMode.READ_ONLY)
        .approvalPolicy(AskForApproval.NEVER)
        .ephemeral(true)
        .config(StrictConfig.always())
        .config(StrictConfig.with(strict, config));
  }

  /** Opens it with tools of the host, if there are any. Blocks. */
  static CodexSession open(Codex codex, SessionOptions.Builder options, ToolRegistry tools) {
    if (tools.all().isEmpty()) {
      return codex.openSession(options.build());
    }
    ToolBridge bridge = ToolBridge.dynamic(tools);
    try {
      return codex.openSession(bridge.configure(options).build());
    } catch (Throwable e) {
      bridge.close();
      throw e;
    }
  }
}
