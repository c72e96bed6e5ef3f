// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Run a standalone command (argv vector) in the server sandbox without creating a thread or
 * turn.
 *
 * <p>The final `command/exec` response is deferred until the process exits and is sent only
 * after all `command/exec/outputDelta` notifications for that connection have been emitted.
 */
public final class CommandExecParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param command {@code command}
   * @return a value with these fields
   */
  public static CommandExecParams of(List<String> command) {
    return new CommandExecParams(Wire.object("command", command));
  }

  /**
   * Command argv vector. Empty arrays are rejected.
   *
   * @return {@code command}
   */
  public List<String> command() {
    return Wire.list(json(), "command", Wire::text);
  }

  /**
   * Optional working directory. Defaults to the server cwd.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams cwd(String value) {
    return new CommandExecParams(Wire.with(json(), "cwd", value));
  }

  /**
   * Disable stdout/stderr capture truncation for this request.
   *
   * <p>Cannot be combined with `outputBytesCap`.
   *
   * @return {@code disableOutputCap}; empty when absent or null
   */
  public Optional<Boolean> disableOutputCap() {
    return Wire.optional(json(), "disableOutputCap", Wire::flag);
  }

  /**
   * Sets {@code disableOutputCap}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecParams disableOutputCap(boolean value) {
    return new CommandExecParams(Wire.with(json(), "disableOutputCap", value));
  }

  /**
   * Disable the timeout entirely for this request.
   *
   * <p>Cannot be combined with `timeoutMs`.
   *
   * @return {@code disableTimeout}; empty when absent or null
   */
  public Optional<Boolean> disableTimeout() {
    return Wire.optional(json(), "disableTimeout", Wire::flag);
  }

  /**
   * Sets {@code disableTimeout}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecParams disableTimeout(boolean value) {
    return new CommandExecParams(Wire.with(json(), "disableTimeout", value));
  }

  /**
   * Optional environment overrides merged into the server-computed environment.
   *
   * <p>Matching names override inherited values. Set a key to `null` to unset an inherited
   * variable.
   *
   * @return {@code env}; empty also when absent or null
   */
  public Map<String, String> env() {
    return Wire.map(json(), "env", node -> node.isNull() ? null : Wire.text(node));
  }

  /**
   * Sets {@code env}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams env(Map<String, String> value) {
    return new CommandExecParams(Wire.with(json(), "env", value));
  }

  /**
   * Optional per-stream stdout/stderr capture cap in bytes.
   *
   * <p>When omitted, the server default applies. Cannot be combined with `disableOutputCap`.
   *
   * @return {@code outputBytesCap}; empty when absent or null
   */
  public Optional<Long> outputBytesCap() {
    return Wire.optional(json(), "outputBytesCap", Wire::longInteger);
  }

  /**
   * Sets {@code outputBytesCap}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams outputBytesCap(Long value) {
    return new CommandExecParams(Wire.with(json(), "outputBytesCap", value));
  }

  /**
   * Optional active permissions profile id for this command.
   *
   * <p>Defaults to the user's configured permissions when omitted. Cannot be combined with
   * `sandboxPolicy`.
   *
   * @return {@code permissionProfile}; empty when absent or null
   */
  @Experimental
  public Optional<String> permissionProfile() {
    return Wire.optionalText(json(), "permissionProfile");
  }

  /**
   * Sets {@code permissionProfile}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams permissionProfile(String value) {
    return new CommandExecParams(Wire.with(json(), "permissionProfile", value));
  }

  /**
   * Optional client-supplied, connection-scoped process id.
   *
   * <p>Required for `tty`, `streamStdin`, `streamStdoutStderr`, and follow-up
   * `command/exec/write`, `command/exec/resize`, and `command/exec/terminate` calls. When
   * omitted, buffered execution gets an internal id that is not exposed to the client.
   *
   * @return {@code processId}; empty when absent or null
   */
  public Optional<String> processId() {
    return Wire.optionalText(json(), "processId");
  }

  /**
   * Sets {@code processId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams processId(String value) {
    return new CommandExecParams(Wire.with(json(), "processId", value));
  }

  /**
   * Optional sandbox policy for this command.
   *
   * <p>Uses the same shape as thread/turn execution sandbox configuration and defaults to the
   * user's configured policy when omitted. Cannot be combined with `permissionProfile`.
   *
   * @return {@code sandboxPolicy}; empty when absent or null
   */
  public Optional<SandboxPolicy> sandboxPolicy() {
    return Wire.optional(json(), "sandboxPolicy", SandboxPolicy::read);
  }

  /**
   * Sets {@code sandboxPolicy}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams sandboxPolicy(SandboxPolicy value) {
    return new CommandExecParams(Wire.with(json(), "sandboxPolicy", value));
  }

  /**
   * Optional initial PTY size in character cells. Only valid when `tty` is true.
   *
   * @return {@code size}; empty when absent or null
   */
  public Optional<CommandExecTerminalSize> size() {
    return Wire.optional(json(), "size", CommandExecTerminalSize::new);
  }

  /**
   * Sets {@code size}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams size(CommandExecTerminalSize value) {
    return new CommandExecParams(Wire.with(json(), "size", value));
  }

  /**
   * Allow follow-up `command/exec/write` requests to write stdin bytes.
   *
   * <p>Requires a client-supplied `processId`.
   *
   * @return {@code streamStdin}; empty when absent or null
   */
  public Optional<Boolean> streamStdin() {
    return Wire.optional(json(), "streamStdin", Wire::flag);
  }

  /**
   * Sets {@code streamStdin}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecParams streamStdin(boolean value) {
    return new CommandExecParams(Wire.with(json(), "streamStdin", value));
  }

  /**
   * Stream stdout/stderr via `command/exec/outputDelta` notifications.
   *
   * <p>Streamed bytes are not duplicated into the final response and require a client-supplied
   * `processId`.
   *
   * @return {@code streamStdoutStderr}; empty when absent or null
   */
  public Optional<Boolean> streamStdoutStderr() {
    return Wire.optional(json(), "streamStdoutStderr", Wire::flag);
  }

  /**
   * Sets {@code streamStdoutStderr}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecParams streamStdoutStderr(boolean value) {
    return new CommandExecParams(Wire.with(json(), "streamStdoutStderr", value));
  }

  /**
   * Optional timeout in milliseconds.
   *
   * <p>When omitted, the server default applies. Cannot be combined with `disableTimeout`.
   *
   * @return {@code timeoutMs}; empty when absent or null
   */
  public Optional<Long> timeoutMs() {
    return Wire.optional(json(), "timeoutMs", Wire::longInteger);
  }

  /**
   * Sets {@code timeoutMs}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecParams timeoutMs(Long value) {
    return new CommandExecParams(Wire.with(json(), "timeoutMs", value));
  }

  /**
   * Enable PTY mode.
   *
   * <p>This implies `streamStdin` and `streamStdoutStderr`.
   *
   * @return {@code tty}; empty when absent or null
   */
  public Optional<Boolean> tty() {
    return Wire.optional(json(), "tty", Wire::flag);
  }

  /**
   * Sets {@code tty}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecParams tty(boolean value) {
    return new CommandExecParams(Wire.with(json(), "tty", value));
  }
}
