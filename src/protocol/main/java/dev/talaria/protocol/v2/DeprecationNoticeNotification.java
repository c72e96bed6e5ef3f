// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code deprecationNotice} tells. */
public final class DeprecationNoticeNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public DeprecationNoticeNotification(JsonNode json) {
    super(json);
  }

  /**
   * Optional extra guidance, such as migration steps or rationale.
   *
   * @return {@code details}; empty when absent or null
   */
  public Optional<String> details() {
    return Wire.optionalText(json(), "details");
  }

  /**
   * Concise summary of what is deprecated.
   *
   * @return {@code summary}
   */
  public String summary() {
    return Wire.text(json(), "summary");
  }
}
