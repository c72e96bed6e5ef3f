// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code AppTemplateSummary} of the protocol. */
public final class AppTemplateSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppTemplateSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code canonicalConnectorId}; empty when absent or null} */
  public Optional<String> canonicalConnectorId() {
    return Wire.optionalText(json(), "canonicalConnectorId");
  }

  /** {@return {@code category}; empty when absent or null} */
  public Optional<String> category() {
    return Wire.optionalText(json(), "category");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code logoUrl}; empty when absent or null} */
  public Optional<String> logoUrl() {
    return Wire.optionalText(json(), "logoUrl");
  }

  /** {@return {@code logoUrlDark}; empty when absent or null} */
  public Optional<String> logoUrlDark() {
    return Wire.optionalText(json(), "logoUrlDark");
  }

  /** {@return {@code materializedAppIds}} */
  public List<String> materializedAppIds() {
    return Wire.list(json(), "materializedAppIds", Wire::text);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code reason}; empty when absent or null} */
  public Optional<AppTemplateUnavailableReason> reason() {
    return Wire.optional(json(), "reason", AppTemplateUnavailableReason::read);
  }

  /** {@return {@code templateId}} */
  public String templateId() {
    return Wire.text(json(), "templateId");
  }
}
