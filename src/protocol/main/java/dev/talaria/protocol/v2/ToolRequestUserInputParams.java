// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** EXPERIMENTAL. Params sent with a request_user_input event. */
public final class ToolRequestUserInputParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolRequestUserInputParams(JsonNode json) {
    super(json);
  }

  /**
   * Deprecated by Codex. Use `isBlocking` to decide whether the request should block.
   *
   * @return {@code autoResolutionMs}; empty when absent or null
   */
  public Optional<Long> autoResolutionMs() {
    return Wire.optional(json(), "autoResolutionMs", Wire::longInteger);
  }

  /** {@return {@code isBlocking}} */
  public boolean isBlocking() {
    return Wire.required(json(), "isBlocking", Wire::flag);
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code questions}} */
  public List<ToolRequestUserInputQuestion> questions() {
    return Wire.list(json(), "questions", ToolRequestUserInputQuestion::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
