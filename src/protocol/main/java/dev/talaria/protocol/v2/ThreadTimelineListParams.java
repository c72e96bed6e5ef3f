// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - list ordinary and realtime thread history in rollout order. */
@Experimental
public final class ThreadTimelineListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTimelineListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadTimelineListParams of(String threadId) {
    return new ThreadTimelineListParams(Wire.object("threadId", threadId));
  }

  /** {@return {@code cursor}; empty when absent or null} */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadTimelineListParams cursor(String value) {
    return new ThreadTimelineListParams(Wire.with(json(), "cursor", value));
  }

  /** {@return {@code limit}; empty when absent or null} */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadTimelineListParams limit(Long value) {
    return new ThreadTimelineListParams(Wire.with(json(), "limit", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
