// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code BrowserUseOriginPolicyConfig} of the protocol. */
public final class BrowserUseOriginPolicyConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BrowserUseOriginPolicyConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code access}; empty when absent or null} */
  public Optional<AllowDenyRequirement> access() {
    return Wire.optional(json(), "access", AllowDenyRequirement::read);
  }

  /** {@return {@code downloads}; empty when absent or null} */
  public Optional<AllowDenyRequirement> downloads() {
    return Wire.optional(json(), "downloads", AllowDenyRequirement::read);
  }

  /** {@return {@code full_cdp_access}; empty when absent or null} */
  public Optional<AllowDenyRequirement> fullCdpAccess() {
    return Wire.optional(json(), "full_cdp_access", AllowDenyRequirement::read);
  }

  /** {@return {@code uploads}; empty when absent or null} */
  public Optional<AllowDenyRequirement> uploads() {
    return Wire.optional(json(), "uploads", AllowDenyRequirement::read);
  }
}
