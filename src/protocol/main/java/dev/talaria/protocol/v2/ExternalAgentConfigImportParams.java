// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code externalAgentConfig/import}. */
public final class ExternalAgentConfigImportParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param migrationItems {@code migrationItems}
   * @return a value with these fields
   */
  public static ExternalAgentConfigImportParams of(List<ExternalAgentConfigMigrationItem> migrationItems) {
    return new ExternalAgentConfigImportParams(Wire.object("migrationItems", migrationItems));
  }

  /** {@return {@code migrationItems}} */
  public List<ExternalAgentConfigMigrationItem> migrationItems() {
    return Wire.list(json(), "migrationItems", ExternalAgentConfigMigrationItem::new);
  }

  /**
   * Migration-source selector used to produce the migration items. Pass the same value to
   * detection and import; missing or unrecognized values use the default source.
   *
   * @return {@code migrationSource}; empty when absent or null
   */
  public Optional<String> migrationSource() {
    return Wire.optionalText(json(), "migrationSource");
  }

  /**
   * Sets {@code migrationSource}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportParams migrationSource(String value) {
    return new ExternalAgentConfigImportParams(Wire.with(json(), "migrationSource", value));
  }

  /**
   * Opaque provider identifier supplied by the caller for analytics attribution and import
   * history display. This does not select the migration source.
   *
   * @return {@code providerId}; empty when absent or null
   */
  public Optional<String> providerId() {
    return Wire.optionalText(json(), "providerId");
  }

  /**
   * Sets {@code providerId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportParams providerId(String value) {
    return new ExternalAgentConfigImportParams(Wire.with(json(), "providerId", value));
  }

  /**
   * Optional identifier for the product that initiated the import.
   *
   * @return {@code source}; empty when absent or null
   */
  public Optional<String> source() {
    return Wire.optionalText(json(), "source");
  }

  /**
   * Sets {@code source}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportParams source(String value) {
    return new ExternalAgentConfigImportParams(Wire.with(json(), "source", value));
  }
}
