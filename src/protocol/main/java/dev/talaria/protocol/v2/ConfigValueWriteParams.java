// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code config/value/write}. */
public final class ConfigValueWriteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigValueWriteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param keyPath {@code keyPath}
   * @param mergeStrategy {@code mergeStrategy}
   * @param value {@code value}
   * @return a value with these fields
   */
  public static ConfigValueWriteParams of(String keyPath, MergeStrategy mergeStrategy, JsonNode value) {
    return new ConfigValueWriteParams(Wire.object("keyPath", keyPath, "mergeStrategy", mergeStrategy, "value", value));
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
  public ConfigValueWriteParams expectedVersion(String value) {
    return new ConfigValueWriteParams(Wire.with(json(), "expectedVersion", value));
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
  public ConfigValueWriteParams filePath(String value) {
    return new ConfigValueWriteParams(Wire.with(json(), "filePath", value));
  }

  /** {@return {@code keyPath}} */
  public String keyPath() {
    return Wire.text(json(), "keyPath");
  }

  /** {@return {@code mergeStrategy}} */
  public MergeStrategy mergeStrategy() {
    return Wire.required(json(), "mergeStrategy", MergeStrategy::read);
  }

  /** {@return {@code value}; a missing node when absent} */
  public JsonNode value() {
    return json().path("value");
  }
}
