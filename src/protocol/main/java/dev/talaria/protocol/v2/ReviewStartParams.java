// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code review/start}. */
public final class ReviewStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ReviewStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param target {@code target}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ReviewStartParams of(ReviewTarget target, String threadId) {
    return new ReviewStartParams(Wire.object("target", target, "threadId", threadId));
  }

  /**
   * Reviews run inline on the supplied thread. Omit this field or pass `inline`. To review on a
   * separate thread, start a thread first and use its id.
   *
   * @return {@code delivery}; empty when absent or null
   */
  public Optional<ReviewDelivery> delivery() {
    return Wire.optional(json(), "delivery", ReviewDelivery::read);
  }

  /**
   * Sets {@code delivery}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ReviewStartParams delivery(ReviewDelivery value) {
    return new ReviewStartParams(Wire.with(json(), "delivery", value));
  }

  /** {@return {@code target}} */
  public ReviewTarget target() {
    return Wire.required(json(), "target", ReviewTarget::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
