// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code ThreadUsage} of the protocol. */
public final class ThreadUsage extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadUsage(JsonNode json) {
    super(json);
  }

  /** {@return {@code estimatedUsageCreditsMicros}} */
  public long estimatedUsageCreditsMicros() {
    return Wire.required(json(), "estimatedUsageCreditsMicros", Wire::longInteger);
  }

  /** {@return {@code estimatedUsageUsdMicros}; empty when absent or null} */
  public Optional<Long> estimatedUsageUsdMicros() {
    return Wire.optional(json(), "estimatedUsageUsdMicros", Wire::longInteger);
  }

  /** {@return {@code groups}} */
  public List<ThreadUsageBreakdownGroup> groups() {
    return Wire.list(json(), "groups", ThreadUsageBreakdownGroup::new);
  }

  /**
   * Native dollar usage, independent of credit estimates. None means unknown, not zero.
   *
   * @return {@code nativeUsageUsdMicros}; empty when absent or null
   */
  public Optional<Long> nativeUsageUsdMicros() {
    return Wire.optional(json(), "nativeUsageUsdMicros", Wire::longInteger);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
