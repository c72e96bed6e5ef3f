// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code item/permissions/requestApproval} asks. */
public final class PermissionsRequestApprovalParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PermissionsRequestApprovalParams(JsonNode json) {
    super(json);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code environmentId}; empty when absent or null} */
  public Optional<String> environmentId() {
    return Wire.optionalText(json(), "environmentId");
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code permissions}} */
  public RequestPermissionProfile permissions() {
    return Wire.required(json(), "permissions", RequestPermissionProfile::new);
  }

  /** {@return {@code reason}; empty when absent or null} */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /**
   * Unix timestamp (in milliseconds) when this approval request started.
   *
   * @return {@code startedAtMs}
   */
  public long startedAtMs() {
    return Wire.required(json(), "startedAtMs", Wire::longInteger);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
