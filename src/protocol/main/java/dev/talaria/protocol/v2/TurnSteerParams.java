// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The params of {@code turn/steer}. */
public final class TurnSteerParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnSteerParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param expectedTurnId {@code expectedTurnId}
   * @param input {@code input}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static TurnSteerParams of(String expectedTurnId, List<UserInput> input, String threadId) {
    return new TurnSteerParams(Wire.object("expectedTurnId", expectedTurnId, "input", input, "threadId", threadId));
  }

  /**
   * Optional client-provided context fragments keyed by an opaque source identifier.
   *
   * @return {@code additionalContext}; empty also when absent or null
   */
  @Experimental
  public Map<String, AdditionalContextEntry> additionalContext() {
    return Wire.map(json(), "additionalContext", AdditionalContextEntry::new);
  }

  /**
   * Sets {@code additionalContext}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSteerParams additionalContext(Map<String, AdditionalContextEntry> value) {
    return new TurnSteerParams(Wire.with(json(), "additionalContext", value));
  }

  /** {@return {@code clientUserMessageId}; empty when absent or null} */
  public Optional<String> clientUserMessageId() {
    return Wire.optionalText(json(), "clientUserMessageId");
  }

  /**
   * Sets {@code clientUserMessageId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSteerParams clientUserMessageId(String value) {
    return new TurnSteerParams(Wire.with(json(), "clientUserMessageId", value));
  }

  /**
   * Required active turn id precondition. The request fails when it does not match the currently
   * active turn.
   *
   * @return {@code expectedTurnId}
   */
  public String expectedTurnId() {
    return Wire.text(json(), "expectedTurnId");
  }

  /** {@return {@code input}} */
  public List<UserInput> input() {
    return Wire.list(json(), "input", UserInput::read);
  }

  /**
   * Optional metadata to enrich Codex's ResponsesAPI turn metadata. Replaces unprotected
   * client-provided entries when supplied; an empty map clears them.
   *
   * <p>Entries are flattened into the JSON string sent as
   * `client_metadata["x-codex-turn-metadata"]` on ResponsesAPI HTTP and websocket requests.
   *
   * <p>They are not sent as top-level ResponsesAPI `client_metadata` keys, and reserved keys
   * such as `session_id`, `thread_id`, `turn_id`, and `window_id` cannot be overridden.
   *
   * @return {@code responsesapiClientMetadata}; empty also when absent or null
   */
  @Experimental
  public Map<String, String> responsesapiClientMetadata() {
    return Wire.map(json(), "responsesapiClientMetadata", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadata}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSteerParams responsesapiClientMetadata(Map<String, String> value) {
    return new TurnSteerParams(Wire.with(json(), "responsesapiClientMetadata", value));
  }

  /**
   * Merge entries into the ResponsesAPI turn metadata without removing existing entries. Applied
   * after `responsesapiClientMetadata` if both are provided; reserved keys remain protected.
   *
   * @return {@code responsesapiClientMetadataPatch}; empty also when absent or null
   */
  @Experimental
  public Map<String, String> responsesapiClientMetadataPatch() {
    return Wire.map(json(), "responsesapiClientMetadataPatch", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadataPatch}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnSteerParams responsesapiClientMetadataPatch(Map<String, String> value) {
    return new TurnSteerParams(Wire.with(json(), "responsesapiClientMetadataPatch", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
