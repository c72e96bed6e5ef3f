// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/turns/list}. */
public final class ThreadTurnsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTurnsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadTurnsListParams of(String threadId) {
    return new ThreadTurnsListParams(Wire.object("threadId", threadId));
  }

  /**
   * Opaque cursor to pass to the next call to continue after the last turn.
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
  public ThreadTurnsListParams cursor(String value) {
    return new ThreadTurnsListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * How much item detail to include for each returned turn; defaults to summary.
   *
   * @return {@code itemsView}; empty when absent or null
   */
  public Optional<TurnItemsView> itemsView() {
    return Wire.optional(json(), "itemsView", TurnItemsView::read);
  }

  /**
   * Sets {@code itemsView}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadTurnsListParams itemsView(TurnItemsView value) {
    return new ThreadTurnsListParams(Wire.with(json(), "itemsView", value));
  }

  /**
   * Optional turn page size.
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
  public ThreadTurnsListParams limit(Long value) {
    return new ThreadTurnsListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional turn pagination direction; defaults to descending.
   *
   * @return {@code sortDirection}; empty when absent or null
   */
  public Optional<SortDirection> sortDirection() {
    return Wire.optional(json(), "sortDirection", SortDirection::read);
  }

  /**
   * Sets {@code sortDirection}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadTurnsListParams sortDirection(SortDirection value) {
    return new ThreadTurnsListParams(Wire.with(json(), "sortDirection", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
