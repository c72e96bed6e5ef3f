// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Final process exit notification for `process/spawn`. */
public final class ProcessExitedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessExitedNotification(JsonNode json) {
    super(json);
  }

  /**
   * Process exit code.
   *
   * @return {@code exitCode}
   */
  public int exitCode() {
    return Wire.required(json(), "exitCode", Wire::integer);
  }

  /**
   * Whether output collection hit its post-exit deadline before seeing EOF or reaching the
   * requested byte cap on either stream. Older servers omit this field.
   *
   * @return {@code outputDrainTimedOut}; empty when absent or null
   */
  public Optional<Boolean> outputDrainTimedOut() {
    return Wire.optional(json(), "outputDrainTimedOut", Wire::flag);
  }

  /**
   * Client-supplied, connection-scoped `processHandle` from `process/spawn`.
   *
   * @return {@code processHandle}
   */
  public String processHandle() {
    return Wire.text(json(), "processHandle");
  }

  /**
   * Buffered stderr capture.
   *
   * <p>Empty when stderr was streamed via `process/outputDelta`.
   *
   * @return {@code stderr}
   */
  public String stderr() {
    return Wire.text(json(), "stderr");
  }

  /**
   * Whether stderr reached `outputBytesCap`.
   *
   * <p>In streaming mode, stderr is empty and cap state is also reported on the final stderr
   * `process/outputDelta` notification.
   *
   * @return {@code stderrCapReached}
   */
  public boolean stderrCapReached() {
    return Wire.required(json(), "stderrCapReached", Wire::flag);
  }

  /**
   * Buffered stdout capture.
   *
   * <p>Empty when stdout was streamed via `process/outputDelta`.
   *
   * @return {@code stdout}
   */
  public String stdout() {
    return Wire.text(json(), "stdout");
  }

  /**
   * Whether stdout reached `outputBytesCap`.
   *
   * <p>In streaming mode, stdout is empty and cap state is also reported on the final stdout
   * `process/outputDelta` notification.
   *
   * @return {@code stdoutCapReached}
   */
  public boolean stdoutCapReached() {
    return Wire.required(json(), "stdoutCapReached", Wire::flag);
  }
}
