// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** What {@code model/safetyBuffering/updated} tells. */
public final class ModelSafetyBufferingUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelSafetyBufferingUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code fasterModel}; empty when absent or null} */
  public Optional<String> fasterModel() {
    return Wire.optionalText(json(), "fasterModel");
  }

  /** {@return {@code model}} */
  public String model() {
    return Wire.text(json(), "model");
  }

  /** {@return {@code reasons}} */
  public List<String> reasons() {
    return Wire.list(json(), "reasons", Wire::text);
  }

  /** {@return {@code showBufferingUi}} */
  public boolean showBufferingUi() {
    return Wire.required(json(), "showBufferingUi", Wire::flag);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }

  /** {@return {@code useCases}} */
  public List<String> useCases() {
    return Wire.list(json(), "useCases", Wire::text);
  }
}
