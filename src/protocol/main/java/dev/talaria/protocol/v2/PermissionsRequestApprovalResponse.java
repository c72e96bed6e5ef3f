// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The answer to {@code item/permissions/requestApproval}. */
public final class PermissionsRequestApprovalResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PermissionsRequestApprovalResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param permissions {@code permissions}
   * @return a value with these fields
   */
  public static PermissionsRequestApprovalResponse of(GrantedPermissionProfile permissions) {
    return new PermissionsRequestApprovalResponse(Wire.object("permissions", permissions));
  }

  /** {@return {@code permissions}} */
  public GrantedPermissionProfile permissions() {
    return Wire.required(json(), "permissions", GrantedPermissionProfile::new);
  }

  /** {@return {@code scope}; empty when absent or null} */
  public Optional<PermissionGrantScope> scope() {
    return Wire.optional(json(), "scope", PermissionGrantScope::read);
  }

  /**
   * Sets {@code scope}.
   *
   * @param value not null
   * @return a copy with it
   */
  public PermissionsRequestApprovalResponse scope(PermissionGrantScope value) {
    return new PermissionsRequestApprovalResponse(Wire.with(json(), "scope", value));
  }

  /**
   * Review every subsequent command in this turn before normal sandboxed execution.
   *
   * @return {@code strictAutoReview}; empty when absent or null
   */
  public Optional<Boolean> strictAutoReview() {
    return Wire.optional(json(), "strictAutoReview", Wire::flag);
  }

  /**
   * Sets {@code strictAutoReview}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PermissionsRequestApprovalResponse strictAutoReview(Boolean value) {
    return new PermissionsRequestApprovalResponse(Wire.with(json(), "strictAutoReview", value));
  }
}
