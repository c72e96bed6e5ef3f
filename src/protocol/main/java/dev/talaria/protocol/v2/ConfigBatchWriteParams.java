// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code config/batchWrite}. */
public final class ConfigBatchWriteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigBatchWriteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param edits {@code edits}
   * @return a value with these fields
   */
  public static ConfigBatchWriteParams of(List<ConfigEdit> edits) {
    return new ConfigBatchWriteParams(Wire.object("edits", edits));
  }

  /** {@return {@code edits}} */
  public List<ConfigEdit> edits() {
    return Wire.list(json(), "edits", ConfigEdit::new);
  }

  /** {@return {@code expectedVersion}; empty when absent or null} */
  public Optional<String> expectedVersion() {
    return Wire.optionalText(json(), "expectedVersion");
  }

  /**
   * Sets {@code expectedVersion}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ConfigBatchWriteParams expectedVersion(String value) {
    return new ConfigBatchWriteParams(Wire.with(json(), "expectedVersion", value));
  }

  /**
   * Path to the config file to write; defaults to the user's `config.toml` when omitted.
   *
   * @return {@code filePath}; empty when absent or null
   */
  public Optional<String> filePath() {
    return Wire.optionalText(json(), "filePath");
  }

  /**
   * Sets {@code filePath}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ConfigBatchWriteParams filePath(String value) {
    return new ConfigBatchWriteParams(Wire.with(json(), "filePath", value));
  }

  /**
   * When true, hot-reload updated runtime settings into loaded threads after writing.
   * Session-static model, reasoning-effort, Plan-mode reasoning-effort, and service-tier
   * defaults are not reloaded. The deprecated personality setting is also not reloaded.
   *
   * @return {@code reloadUserConfig}; empty when absent or null
   */
  public Optional<Boolean> reloadUserConfig() {
    return Wire.optional(json(), "reloadUserConfig", Wire::flag);
  }

  /**
   * Sets {@code reloadUserConfig}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ConfigBatchWriteParams reloadUserConfig(boolean value) {
    return new ConfigBatchWriteParams(Wire.with(json(), "reloadUserConfig", value));
  }
}
