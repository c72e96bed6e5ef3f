// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ExternalAgentConfigImportHistoryRecordSuccessParams} of the protocol. */
public final class ExternalAgentConfigImportHistoryRecordSuccessParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportHistoryRecordSuccessParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param itemType {@code itemType}
   * @return a value with these fields
   */
  public static ExternalAgentConfigImportHistoryRecordSuccessParams of(ExternalAgentConfigMigrationItemType itemType) {
    return new ExternalAgentConfigImportHistoryRecordSuccessParams(Wire.object("itemType", itemType));
  }

  /** {@return {@code cwd}; empty when absent or null} */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportHistoryRecordSuccessParams cwd(String value) {
    return new ExternalAgentConfigImportHistoryRecordSuccessParams(Wire.with(json(), "cwd", value));
  }

  /** {@return {@code itemType}} */
  public ExternalAgentConfigMigrationItemType itemType() {
    return Wire.required(json(), "itemType", ExternalAgentConfigMigrationItemType::read);
  }

  /** {@return {@code source}; empty when absent or null} */
  public Optional<String> source() {
    return Wire.optionalText(json(), "source");
  }

  /**
   * Sets {@code source}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportHistoryRecordSuccessParams source(String value) {
    return new ExternalAgentConfigImportHistoryRecordSuccessParams(Wire.with(json(), "source", value));
  }

  /** {@return {@code target}; empty when absent or null} */
  public Optional<String> target() {
    return Wire.optionalText(json(), "target");
  }

  /**
   * Sets {@code target}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportHistoryRecordSuccessParams target(String value) {
    return new ExternalAgentConfigImportHistoryRecordSuccessParams(Wire.with(json(), "target", value));
  }

  /**
   * Original title for an imported session, when available.
   *
   * @return {@code title}; empty when absent or null
   */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /**
   * Sets {@code title}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportHistoryRecordSuccessParams title(String value) {
    return new ExternalAgentConfigImportHistoryRecordSuccessParams(Wire.with(json(), "title", value));
  }
}
