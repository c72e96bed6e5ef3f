// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ExternalAgentConfigMigrationItem} of the protocol. */
public final class ExternalAgentConfigMigrationItem extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigMigrationItem(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param description {@code description}
   * @param itemType {@code itemType}
   * @return a value with these fields
   */
  public static ExternalAgentConfigMigrationItem of(String description, ExternalAgentConfigMigrationItemType itemType) {
    return new ExternalAgentConfigMigrationItem(Wire.object("description", description, "itemType", itemType));
  }

  /**
   * Null or empty means home-scoped migration; non-empty means repo-scoped migration.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigMigrationItem cwd(String value) {
    return new ExternalAgentConfigMigrationItem(Wire.with(json(), "cwd", value));
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code details}; empty when absent or null} */
  public Optional<MigrationDetails> details() {
    return Wire.optional(json(), "details", MigrationDetails::new);
  }

  /**
   * Sets {@code details}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigMigrationItem details(MigrationDetails value) {
    return new ExternalAgentConfigMigrationItem(Wire.with(json(), "details", value));
  }

  /** {@return {@code itemType}} */
  public ExternalAgentConfigMigrationItemType itemType() {
    return Wire.required(json(), "itemType", ExternalAgentConfigMigrationItemType::read);
  }
}
