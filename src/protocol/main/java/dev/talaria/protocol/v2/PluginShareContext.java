// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code PluginShareContext} of the protocol. */
public final class PluginShareContext extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareContext(JsonNode json) {
    super(json);
  }

  /** {@return {@code canPublishToWorkspace}; empty when absent or null} */
  public Optional<Boolean> canPublishToWorkspace() {
    return Wire.optional(json(), "canPublishToWorkspace", Wire::flag);
  }

  /** {@return {@code creatorAccountUserId}; empty when absent or null} */
  public Optional<String> creatorAccountUserId() {
    return Wire.optionalText(json(), "creatorAccountUserId");
  }

  /** {@return {@code creatorName}; empty when absent or null} */
  public Optional<String> creatorName() {
    return Wire.optionalText(json(), "creatorName");
  }

  /** {@return {@code discoverability}; empty when absent or null} */
  public Optional<PluginShareDiscoverability> discoverability() {
    return Wire.optional(json(), "discoverability", PluginShareDiscoverability::read);
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }

  /**
   * Version of the remote shared plugin release when available.
   *
   * @return {@code remoteVersion}; empty when absent or null
   */
  public Optional<String> remoteVersion() {
    return Wire.optionalText(json(), "remoteVersion");
  }

  /** {@return {@code sharePrincipals}; empty also when absent or null} */
  public List<PluginSharePrincipal> sharePrincipals() {
    return Wire.list(json(), "sharePrincipals", PluginSharePrincipal::new);
  }

  /** {@return {@code shareUrl}; empty when absent or null} */
  public Optional<String> shareUrl() {
    return Wire.optionalText(json(), "shareUrl");
  }
}
