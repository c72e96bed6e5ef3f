// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** Client-declared capabilities negotiated during initialize. */
public final class InitializeCapabilities extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InitializeCapabilities(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static InitializeCapabilities of() {
    return new InitializeCapabilities(Wire.object());
  }

  /**
   * Opt into receiving experimental API methods and fields.
   *
   * @return {@code experimentalApi}; empty when absent or null
   */
  public Optional<Boolean> experimentalApi() {
    return Wire.optional(json(), "experimentalApi", Wire::flag);
  }

  /**
   * Sets {@code experimentalApi}.
   *
   * @param value not null
   * @return a copy with it
   */
  public InitializeCapabilities experimentalApi(boolean value) {
    return new InitializeCapabilities(Wire.with(json(), "experimentalApi", value));
  }

  /**
   * Use explicit gateway OAuth login instead of automatic browser authorization. Applies to this
   * app-server's gateway runtime; later connections cannot undo it.
   *
   * @return {@code explicitGatewayOauth}; empty when absent or null
   */
  public Optional<Boolean> explicitGatewayOauth() {
    return Wire.optional(json(), "explicitGatewayOauth", Wire::flag);
  }

  /**
   * Sets {@code explicitGatewayOauth}.
   *
   * @param value not null
   * @return a copy with it
   */
  public InitializeCapabilities explicitGatewayOauth(boolean value) {
    return new InitializeCapabilities(Wire.with(json(), "explicitGatewayOauth", value));
  }

  /**
   * MCP extension settings declared by the app-server client.
   *
   * @return {@code extensions}; a missing node when absent
   */
  public JsonNode extensions() {
    return json().path("extensions");
  }

  /**
   * Sets {@code extensions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public InitializeCapabilities extensions(JsonNode value) {
    return new InitializeCapabilities(Wire.with(json(), "extensions", value));
  }

  /**
   * Legacy opt-in for the `openai/form` MCP extension.
   *
   * <p>New clients should declare `openai/form` in [`Self::extensions`].
   *
   * @return {@code mcpServerOpenaiFormElicitation}; empty when absent or null
   */
  public Optional<Boolean> mcpServerOpenaiFormElicitation() {
    return Wire.optional(json(), "mcpServerOpenaiFormElicitation", Wire::flag);
  }

  /**
   * Sets {@code mcpServerOpenaiFormElicitation}.
   *
   * @param value not null
   * @return a copy with it
   */
  public InitializeCapabilities mcpServerOpenaiFormElicitation(boolean value) {
    return new InitializeCapabilities(Wire.with(json(), "mcpServerOpenaiFormElicitation", value));
  }

  /**
   * Exact notification method names that should be suppressed for this connection (for example
   * `thread/started`).
   *
   * @return {@code optOutNotificationMethods}; empty also when absent or null
   */
  public List<String> optOutNotificationMethods() {
    return Wire.list(json(), "optOutNotificationMethods", Wire::text);
  }

  /**
   * Sets {@code optOutNotificationMethods}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public InitializeCapabilities optOutNotificationMethods(List<String> value) {
    return new InitializeCapabilities(Wire.with(json(), "optOutNotificationMethods", value));
  }

  /**
   * Opt into `attestation/generate` requests for upstream `x-oai-attestation`.
   *
   * @return {@code requestAttestation}; empty when absent or null
   */
  public Optional<Boolean> requestAttestation() {
    return Wire.optional(json(), "requestAttestation", Wire::flag);
  }

  /**
   * Sets {@code requestAttestation}.
   *
   * @param value not null
   * @return a copy with it
   */
  public InitializeCapabilities requestAttestation(boolean value) {
    return new InitializeCapabilities(Wire.with(json(), "requestAttestation", value));
  }

  /**
   * Present `humanCommand` approvals to a person and return only a one-time decision. Requires
   * `experimentalApi`. Pending requests can be replayed to compatible clients.
   *
   * @return {@code requiredHumanApproval}; empty when absent or null
   */
  public Optional<Boolean> requiredHumanApproval() {
    return Wire.optional(json(), "requiredHumanApproval", Wire::flag);
  }

  /**
   * Sets {@code requiredHumanApproval}.
   *
   * @param value not null
   * @return a copy with it
   */
  public InitializeCapabilities requiredHumanApproval(boolean value) {
    return new InitializeCapabilities(Wire.with(json(), "requiredHumanApproval", value));
  }
}
