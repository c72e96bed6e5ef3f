// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code CodexTurn} of the protocol. */
public final class CodexTurn extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CodexTurn(JsonNode json) {
    super(json);
  }

  /**
   * Unix timestamp (in seconds) when the turn completed.
   *
   * @return {@code completedAt}; empty when absent or null
   */
  public Optional<Long> completedAt() {
    return Wire.optional(json(), "completedAt", Wire::longInteger);
  }

  /**
   * Duration between turn start and completion in milliseconds, if known.
   *
   * @return {@code durationMs}; empty when absent or null
   */
  public Optional<Long> durationMs() {
    return Wire.optional(json(), "durationMs", Wire::longInteger);
  }

  /**
   * Error associated with a failed or interrupted turn.
   *
   * @return {@code error}; empty when absent or null
   */
  public Optional<CodexTurnError> error() {
    return Wire.optional(json(), "error", CodexTurnError::new);
  }

  /**
   * Identifier for this turn. Codex-generated turn IDs are UUIDv7.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }

  /**
   * Thread items currently included in this turn payload.
   *
   * @return {@code items}
   */
  public List<ThreadItem> items() {
    return Wire.list(json(), "items", ThreadItem::read);
  }

  /**
   * Describes how much of `items` has been loaded for this turn.
   *
   * @return {@code itemsView}; empty when absent or null
   */
  public Optional<TurnItemsView> itemsView() {
    return Wire.optional(json(), "itemsView", TurnItemsView::read);
  }

  /**
   * ID of the first turn in the chain of work that led to this turn. Pass this as `rootTurnId`
   * when starting work on behalf of this turn. May be null in older history or a `review/start`
   * response.
   *
   * @return {@code rootTurnId}; empty when absent or null
   */
  public Optional<String> rootTurnId() {
    return Wire.optionalText(json(), "rootTurnId");
  }

  /**
   * Unix timestamp (in seconds) when the turn started.
   *
   * @return {@code startedAt}; empty when absent or null
   */
  public Optional<Long> startedAt() {
    return Wire.optional(json(), "startedAt", Wire::longInteger);
  }

  /** {@return {@code status}} */
  public CodexTurnStatus status() {
    return Wire.required(json(), "status", CodexTurnStatus::read);
  }
}
