// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code BrowserUseOriginPolicy} of the protocol. */
public final class BrowserUseOriginPolicy extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BrowserUseOriginPolicy(JsonNode json) {
    super(json);
  }

  /** {@return {@code access}; empty when absent or null} */
  public Optional<AllowDenyRequirement> access() {
    return Wire.optional(json(), "access", AllowDenyRequirement::read);
  }

  /** {@return {@code accessApprovalLifetime}; empty when absent or null} */
  public Optional<BrowserUseAccessApprovalLifetime> accessApprovalLifetime() {
    return Wire.optional(json(), "accessApprovalLifetime", BrowserUseAccessApprovalLifetime::read);
  }

  /** {@return {@code autoReview}; empty when absent or null} */
  public Optional<AllowDenyRequirement> autoReview() {
    return Wire.optional(json(), "autoReview", AllowDenyRequirement::read);
  }

  /** {@return {@code downloads}; empty when absent or null} */
  public Optional<AllowDenyRequirement> downloads() {
    return Wire.optional(json(), "downloads", AllowDenyRequirement::read);
  }

  /** {@return {@code fullCdpAccess}; empty when absent or null} */
  public Optional<AllowDenyRequirement> fullCdpAccess() {
    return Wire.optional(json(), "fullCdpAccess", AllowDenyRequirement::read);
  }

  /** {@return {@code persistentApproval}; empty when absent or null} */
  public Optional<Boolean> persistentApproval() {
    return Wire.optional(json(), "persistentApproval", Wire::flag);
  }

  /** {@return {@code uploads}; empty when absent or null} */
  public Optional<AllowDenyRequirement> uploads() {
    return Wire.optional(json(), "uploads", AllowDenyRequirement::read);
  }
}
