// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/items/list}. */
public final class ThreadItemsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadItemsListParams of(String threadId) {
    return new ThreadItemsListParams(Wire.object("threadId", threadId));
  }

  /**
   * Opaque continuation cursor or an exclusive item anchor in the requested visible turn. An
   * item anchor requires a non-empty `turnId`; ascending (the default) returns items after it,
   * and descending returns items before it. Continue with the returned string cursor.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<ThreadItemsListCursor> cursor() {
    return Wire.optional(json(), "cursor", ThreadItemsListCursor::new);
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadItemsListParams cursor(ThreadItemsListCursor value) {
    return new ThreadItemsListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * For a single turn, choose which saved outputs to fetch separately by item ID.
   *
   * @return {@code deferOutput}; empty when absent or null
   */
  public Optional<ThreadItemOutputDeferral> deferOutput() {
    return Wire.optional(json(), "deferOutput", ThreadItemOutputDeferral::new);
  }

  /**
   * Sets {@code deferOutput}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadItemsListParams deferOutput(ThreadItemOutputDeferral value) {
    return new ThreadItemsListParams(Wire.with(json(), "deferOutput", value));
  }

  /**
   * Optional item page size.
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
  public ThreadItemsListParams limit(Long value) {
    return new ThreadItemsListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional item pagination direction; defaults to ascending.
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
  public ThreadItemsListParams sortDirection(SortDirection value) {
    return new ThreadItemsListParams(Wire.with(json(), "sortDirection", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /**
   * Optional turn id to filter by. When omitted, returns items across the thread.
   *
   * @return {@code turnId}; empty when absent or null
   */
  public Optional<String> turnId() {
    return Wire.optionalText(json(), "turnId");
  }

  /**
   * Sets {@code turnId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadItemsListParams turnId(String value) {
    return new ThreadItemsListParams(Wire.with(json(), "turnId", value));
  }
}
