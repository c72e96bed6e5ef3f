// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ExternalAgentConfigImportItemTypeFailure} of the protocol. */
public final class ExternalAgentConfigImportItemTypeFailure extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportItemTypeFailure(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param failureStage {@code failureStage}
   * @param itemType {@code itemType}
   * @param message {@code message}
   * @return a value with these fields
   */
  public static ExternalAgentConfigImportItemTypeFailure of(String failureStage, ExternalAgentConfigMigrationItemType itemType, String message) {
    return new ExternalAgentConfigImportItemTypeFailure(Wire.object("failureStage", failureStage, "itemType", itemType, "message", message));
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
  public ExternalAgentConfigImportItemTypeFailure cwd(String value) {
    return new ExternalAgentConfigImportItemTypeFailure(Wire.with(json(), "cwd", value));
  }

  /** {@return {@code errorType}; empty when absent or null} */
  public Optional<String> errorType() {
    return Wire.optionalText(json(), "errorType");
  }

  /**
   * Sets {@code errorType}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportItemTypeFailure errorType(String value) {
    return new ExternalAgentConfigImportItemTypeFailure(Wire.with(json(), "errorType", value));
  }

  /** {@return {@code failureStage}} */
  public String failureStage() {
    return Wire.text(json(), "failureStage");
  }

  /** {@return {@code itemType}} */
  public ExternalAgentConfigMigrationItemType itemType() {
    return Wire.required(json(), "itemType", ExternalAgentConfigMigrationItemType::read);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
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
  public ExternalAgentConfigImportItemTypeFailure source(String value) {
    return new ExternalAgentConfigImportItemTypeFailure(Wire.with(json(), "source", value));
  }

  /** {@return {@code subErrorType}; empty when absent or null} */
  public Optional<String> subErrorType() {
    return Wire.optionalText(json(), "subErrorType");
  }

  /**
   * Sets {@code subErrorType}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ExternalAgentConfigImportItemTypeFailure subErrorType(String value) {
    return new ExternalAgentConfigImportItemTypeFailure(Wire.with(json(), "subErrorType", value));
  }
}
