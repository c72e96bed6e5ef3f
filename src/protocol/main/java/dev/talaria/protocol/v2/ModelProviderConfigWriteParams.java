// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code modelProvider/config/write}. */
public final class ModelProviderConfigWriteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelProviderConfigWriteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param settings {@code settings}
   * @return a value with these fields
   */
  public static ModelProviderConfigWriteParams of(ProviderSettingsPatch settings) {
    return new ModelProviderConfigWriteParams(Wire.object("settings", settings));
  }

  /** {@return {@code settings}} */
  public ProviderSettingsPatch settings() {
    return Wire.required(json(), "settings", ProviderSettingsPatch::read);
  }
}
