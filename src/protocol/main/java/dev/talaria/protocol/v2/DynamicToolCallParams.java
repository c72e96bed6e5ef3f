// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code item/tool/call} asks. */
public final class DynamicToolCallParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public DynamicToolCallParams(JsonNode json) {
    super(json);
  }

  /** {@return {@code arguments}; a missing node when absent} */
  public JsonNode arguments() {
    return json().path("arguments");
  }

  /** {@return {@code callId}} */
  public String callId() {
    return Wire.text(json(), "callId");
  }

  /** {@return {@code namespace}; empty when absent or null} */
  public Optional<String> namespace() {
    return Wire.optionalText(json(), "namespace");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code tool}} */
  public String tool() {
    return Wire.text(json(), "tool");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
