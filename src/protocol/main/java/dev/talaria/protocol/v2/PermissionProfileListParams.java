// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code permissionProfile/list}. */
public final class PermissionProfileListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PermissionProfileListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static PermissionProfileListParams of() {
    return new PermissionProfileListParams(Wire.object());
  }

  /**
   * Opaque pagination cursor returned by a previous call.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PermissionProfileListParams cursor(String value) {
    return new PermissionProfileListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Optional working directory to resolve project config layers.
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
  public PermissionProfileListParams cwd(String value) {
    return new PermissionProfileListParams(Wire.with(json(), "cwd", value));
  }

  /**
   * Optional page size; defaults to the full result set.
   *
   * @return {@code limit}; empty when absent or null
   */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PermissionProfileListParams limit(Long value) {
    return new PermissionProfileListParams(Wire.with(json(), "limit", value));
  }
}
