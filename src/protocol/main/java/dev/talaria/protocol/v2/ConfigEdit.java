// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ConfigEdit} of the protocol. */
public final class ConfigEdit extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigEdit(JsonNode json) {
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
  public static ConfigEdit of(String keyPath, MergeStrategy mergeStrategy, JsonNode value) {
    return new ConfigEdit(Wire.object("keyPath", keyPath, "mergeStrategy", mergeStrategy, "value", value));
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
