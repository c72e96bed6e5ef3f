// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code config/batchWrite} and {@code config/value/write}. */
public final class ConfigWriteResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigWriteResponse(JsonNode json) {
    super(json);
  }

  /**
   * Canonical path to the config file that was written.
   *
   * @return {@code filePath}
   */
  public String filePath() {
    return Wire.text(json(), "filePath");
  }

  /** {@return {@code overriddenMetadata}; empty when absent or null} */
  public Optional<OverriddenMetadata> overriddenMetadata() {
    return Wire.optional(json(), "overriddenMetadata", OverriddenMetadata::new);
  }

  /** {@return {@code status}} */
  public WriteStatus status() {
    return Wire.required(json(), "status", WriteStatus::read);
  }

  /** {@return {@code version}} */
  public String version() {
    return Wire.text(json(), "version");
  }
}
