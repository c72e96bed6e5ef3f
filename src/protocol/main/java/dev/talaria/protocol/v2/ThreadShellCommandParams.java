// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/shellCommand}. */
public final class ThreadShellCommandParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadShellCommandParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param command {@code command}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadShellCommandParams of(String command, String threadId) {
    return new ThreadShellCommandParams(Wire.object("command", command, "threadId", threadId));
  }

  /**
   * Shell command string evaluated by the thread's configured shell. Unlike `command/exec`, this
   * intentionally preserves shell syntax such as pipes, redirects, and quoting. This runs
   * unsandboxed with full access rather than inheriting the thread sandbox policy.
   *
   * @return {@code command}
   */
  public String command() {
    return Wire.text(json(), "command");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /**
   * Maximum execution time in milliseconds. Defaults to one hour when omitted or null. Must be
   * non-negative; zero requests an immediate timeout, not unlimited execution. Does not affect
   * the immediate RPC acknowledgement.
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
  public ThreadShellCommandParams timeoutMs(Long value) {
    return new ThreadShellCommandParams(Wire.with(json(), "timeoutMs", value));
  }
}
