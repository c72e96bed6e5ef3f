// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code SandboxWorkspaceWrite} of the protocol. */
public final class SandboxWorkspaceWrite extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SandboxWorkspaceWrite(JsonNode json) {
    super(json);
  }

  /** {@return {@code exclude_slash_tmp}; empty when absent or null} */
  public Optional<Boolean> excludeSlashTmp() {
    return Wire.optional(json(), "exclude_slash_tmp", Wire::flag);
  }

  /** {@return {@code exclude_tmpdir_env_var}; empty when absent or null} */
  public Optional<Boolean> excludeTmpdirEnvVar() {
    return Wire.optional(json(), "exclude_tmpdir_env_var", Wire::flag);
  }

  /** {@return {@code network_access}; empty when absent or null} */
  public Optional<Boolean> networkAccess() {
    return Wire.optional(json(), "network_access", Wire::flag);
  }

  /** {@return {@code writable_roots}; empty also when absent or null} */
  public List<String> writableRoots() {
    return Wire.list(json(), "writable_roots", Wire::text);
  }
}
