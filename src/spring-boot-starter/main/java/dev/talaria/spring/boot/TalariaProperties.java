package dev.talaria.spring.boot;

import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code talaria.*} says. Immutable. A {@code null} leaves it to Codex or to Talaria's
 * default. No {@code toString} has a value that may be a secret.
 *
 * @param mode Where Codex runs: a process of the program's own, several of them, or a server that
 *     outlives the program.
 * @param eagerStart Whether Codex is started with the program, which then fails without it. By
 *     default the first session starts it.
 * @param codex The Codex that the program starts.
 * @param attach The server of the modes attach and attach-or-start.
 * @param pool The bounds of the mode pool.
 * @param session What every session begins with.
 * @param approvals What happens to approvals.
 * @param tools Which tools sessions have besides the HostTool beans.
 * @param shutdown How the program ends.
 */
@ConfigurationProperties("talaria")
record TalariaProperties(
    @DefaultValue("launch") Mode mode,
    @DefaultValue("false") boolean eagerStart,
    @DefaultValue Codex codex,
    @DefaultValue Attach attach,
    @DefaultValue Pool pool,
    @DefaultValue Session session,
    @DefaultValue Approvals approvals,
    @DefaultValue Tools tools,
    @DefaultValue Shutdown shutdown) {

  /** Where Codex runs. */
  enum Mode {
    /** One process of the program's own. */
    LAUNCH,
    /** Several processes of the program's own. */
    POOL,
    /** A server that somebody else runs. */
    ATTACH,
    /** The server of a home, started if none runs, which continues when the program ends. */
    ATTACH_OR_START
  }

  /**
   * The Codex that the program starts.
   *
   * @param executable Path or name of the executable. By default the codex on the path, or the
   *     newest that Talaria has installed.
   * @param home Codex's CODEX_HOME. By default that of the environment.
   * @param workingDirectory Working directory of the process. By default that of the program.
   * @param environment Variables of the process, in place of the program's own. Put names in
   *     brackets.
   * @param config Overrides of Codex's config.toml by dotted key; the values are TOML. Put keys in
   *     brackets.
   * @param startTimeout How long Codex may take to start.
   * @param requestTimeout How long a request to Codex may wait for its response.
   * @param closeTimeout Grace of each stage of the process's end.
   */
  record Codex(
      String executable,
      String home,
      String workingDirectory,
      @DefaultValue Map<String, String> environment,
      @DefaultValue Map<String, String> config,
      @DefaultValue("30s") Duration startTimeout,
      @DefaultValue("30s") Duration requestTimeout,
      @DefaultValue("2s") Duration closeTimeout) {

    @Override
    public String toString() {
      return "Codex[executable=%s, home=%s, environment=%s, config=%s]"
          .formatted(executable, home, environment.keySet(), config.keySet());
    }
  }

  /**
   * The server of the modes attach and attach-or-start.
   *
   * @param address Where the server is, such as unix:///run/codex.sock, ws://127.0.0.1:4500 or
   *     wss://host:4500. Needed in the mode attach.
   * @param token The server's token. Better in a file or in the environment.
   * @param tokenFile File with the server's token, which nobody else may read. Read at each
   *     connect.
   * @param sslBundle Name of the SSL bundle that says what wss trusts. By default the JDK's trust.
   * @param plainRemoteAllowed Whether ws may lead to another machine, without TLS.
   * @param reconnectTimeout How long a lost connection is made again.
   */
  record Attach(
      URI address,
      String token,
      String tokenFile,
      String sslBundle,
      @DefaultValue("false") boolean plainRemoteAllowed,
      @DefaultValue("5m") Duration reconnectTimeout) {

    @Override
    public String toString() {
      return "Attach[address=%s, token=%s]".formatted(address, token == null ? "none" : "***");
    }
  }

  /**
   * The bounds of the mode pool.
   *
   * @param children How many Codex processes there are at most.
   * @param maxSessionsPerChild How many sessions one of them has at most.
   */
  record Pool(@DefaultValue("2") int children, @DefaultValue("32") int maxSessionsPerChild) {}

  /**
   * What every session begins with.
   *
   * @param cwd Working directory of the sessions. By default that of the program.
   * @param model Model of the sessions. By default what Codex's configuration says.
   * @param effort Reasoning effort, such as low or high.
   * @param sandbox What commands may write.
   * @param approvalPolicy When Codex asks.
   * @param turnTimeout How long a turn may take.
   * @param idleTimeout How long a turn may be silent.
   * @param approvalTimeout How long an approval may be pending before it counts as declined.
   */
  record Session(
      String cwd,
      String model,
      String effort,
      SandboxMode sandbox,
      AskForApproval.Name approvalPolicy,
      @DefaultValue("10m") Duration turnTimeout,
      @DefaultValue("30m") Duration idleTimeout,
      @DefaultValue("10m") Duration approvalTimeout) {}

  /**
   * What happens to approvals.
   *
   * @param inbox Whether approvals that no policy decides wait in the ApprovalInbox bean. Without
   *     it, and without an ApprovalHandler bean, they are declined.
   * @param allowCommands First words of commands that are allowed unasked, such as git status.
   * @param denyCommands First words of commands that are declined, even if something else allows
   *     them.
   */
  record Approvals(
      @DefaultValue("false") boolean inbox,
      @DefaultValue List<String> allowCommands,
      @DefaultValue List<String> denyCommands) {}

  /**
   * Which tools sessions have besides the HostTool beans.
   *
   * @param springAi Whether sessions have the tools of the program's ToolCallback and
   *     ToolCallbackProvider beans of Spring AI. They run without an approval.
   */
  record Tools(@DefaultValue("false") boolean springAi) {}

  /**
   * How the program ends.
   *
   * @param grace How long turns that run may continue when the program ends, before they are
   *     interrupted. Keep it some 10 seconds below spring.lifecycle.timeout-per-shutdown-phase.
   */
  record Shutdown(@DefaultValue("20s") Duration grace) {}
}
