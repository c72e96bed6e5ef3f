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
 * Spawn a standalone process (argv vector) without a Codex sandbox on the host where the app
 * server is running.
 *
 * <p>`process/spawn` returns after the process has started and the connection-scoped
 * `processHandle` has been registered. Process output and exit are reported via
 * `process/outputDelta` and `process/exited` notifications.
 */
@Experimental
public final class ProcessSpawnParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessSpawnParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param command {@code command}
   * @param cwd {@code cwd}
   * @param processHandle {@code processHandle}
   * @return a value with these fields
   */
  public static ProcessSpawnParams of(List<String> command, String cwd, String processHandle) {
    return new ProcessSpawnParams(Wire.object("command", command, "cwd", cwd, "processHandle", processHandle));
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
   * Absolute working directory for the process.
   *
   * @return {@code cwd}
   */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /**
   * Optional environment overrides merged into the app-server process environment.
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
  public ProcessSpawnParams env(Map<String, String> value) {
    return new ProcessSpawnParams(Wire.with(json(), "env", value));
  }

  /**
   * Optional per-stream stdout/stderr capture cap in bytes.
   *
   * <p>When omitted, the server default applies. Set to `null` to disable the cap.
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
  public ProcessSpawnParams outputBytesCap(Long value) {
    return new ProcessSpawnParams(Wire.with(json(), "outputBytesCap", value));
  }

  /**
   * Client-supplied, connection-scoped process handle.
   *
   * <p>Duplicate active handles are rejected on the same connection. The same handle can be
   * reused after the prior process exits.
   *
   * @return {@code processHandle}
   */
  public String processHandle() {
    return Wire.text(json(), "processHandle");
  }

  /**
   * Optional initial PTY size in character cells. Only valid when `tty` is true.
   *
   * @return {@code size}; empty when absent or null
   */
  public Optional<ProcessTerminalSize> size() {
    return Wire.optional(json(), "size", ProcessTerminalSize::new);
  }

  /**
   * Sets {@code size}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProcessSpawnParams size(ProcessTerminalSize value) {
    return new ProcessSpawnParams(Wire.with(json(), "size", value));
  }

  /**
   * Allow follow-up `process/writeStdin` requests to write stdin bytes.
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
  public ProcessSpawnParams streamStdin(boolean value) {
    return new ProcessSpawnParams(Wire.with(json(), "streamStdin", value));
  }

  /**
   * Stream stdout/stderr via `process/outputDelta` notifications.
   *
   * <p>Streamed bytes are not duplicated into the `process/exited` notification.
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
  public ProcessSpawnParams streamStdoutStderr(boolean value) {
    return new ProcessSpawnParams(Wire.with(json(), "streamStdoutStderr", value));
  }

  /**
   * Optional timeout in milliseconds.
   *
   * <p>When omitted, the server default applies. Set to `null` to disable the timeout.
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
  public ProcessSpawnParams timeoutMs(Long value) {
    return new ProcessSpawnParams(Wire.with(json(), "timeoutMs", value));
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
  public ProcessSpawnParams tty(boolean value) {
    return new ProcessSpawnParams(Wire.with(json(), "tty", value));
  }
}
