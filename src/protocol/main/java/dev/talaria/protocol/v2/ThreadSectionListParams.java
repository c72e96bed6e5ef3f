// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for listing independently persisted thread sections. */
public final class ThreadSectionListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadSectionListParams of() {
    return new ThreadSectionListParams(Wire.object());
  }

  /**
   * Opaque pagination cursor returned by a previous call.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionListParams cursor(String value) {
    return new ThreadSectionListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Maximum number of sections to return.
   *
   * @return {@code limit}; empty when absent or null
   */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionListParams limit(Long value) {
    return new ThreadSectionListParams(Wire.with(json(), "limit", value));
  }
}
