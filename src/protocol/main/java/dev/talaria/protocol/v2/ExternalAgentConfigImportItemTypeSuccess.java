// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ExternalAgentConfigImportItemTypeSuccess} of the protocol. */
public final class ExternalAgentConfigImportItemTypeSuccess extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportItemTypeSuccess(JsonNode json) {
    super(json);
  }

  /** {@return {@code cwd}; empty when absent or null} */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /** {@return {@code itemType}} */
  public ExternalAgentConfigMigrationItemType itemType() {
    return Wire.required(json(), "itemType", ExternalAgentConfigMigrationItemType::read);
  }

  /** {@return {@code source}; empty when absent or null} */
  public Optional<String> source() {
    return Wire.optionalText(json(), "source");
  }

  /** {@return {@code target}; empty when absent or null} */
  public Optional<String> target() {
    return Wire.optionalText(json(), "target");
  }

  /**
   * Original title for an imported session; null for other item types.
   *
   * @return {@code title}; empty when absent or null
   */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }
}
