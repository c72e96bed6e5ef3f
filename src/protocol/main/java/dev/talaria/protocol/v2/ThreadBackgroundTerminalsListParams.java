// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/backgroundTerminals/list}. */
@Experimental
public final class ThreadBackgroundTerminalsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadBackgroundTerminalsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadBackgroundTerminalsListParams of(String threadId) {
    return new ThreadBackgroundTerminalsListParams(Wire.object("threadId", threadId));
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
  public ThreadBackgroundTerminalsListParams cursor(String value) {
    return new ThreadBackgroundTerminalsListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Optional page size.
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
  public ThreadBackgroundTerminalsListParams limit(Long value) {
    return new ThreadBackgroundTerminalsListParams(Wire.with(json(), "limit", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
