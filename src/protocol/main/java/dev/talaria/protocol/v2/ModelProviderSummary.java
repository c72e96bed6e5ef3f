// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ModelProviderSummary} of the protocol. */
public final class ModelProviderSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelProviderSummary(JsonNode json) {
    super(json);
  }

  /**
   * Null when the endpoint is absent or cannot be safely displayed.
   *
   * @return {@code baseUrl}; empty when absent or null
   */
  public Optional<String> baseUrl() {
    return Wire.optionalText(json(), "baseUrl");
  }

  /**
   * Whether a supported configuration field can be edited in the active user layer.
   *
   * @return {@code canEdit}
   */
  public boolean canEdit() {
    return Wire.required(json(), "canEdit", Wire::flag);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code settings}} */
  public ProviderSettings settings() {
    return Wire.required(json(), "settings", ProviderSettings::read);
  }
}
