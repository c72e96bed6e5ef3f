// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code thread/search}. */
@Experimental
public final class ThreadSearchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param searchTerm {@code searchTerm}
   * @return a value with these fields
   */
  public static ThreadSearchParams of(String searchTerm) {
    return new ThreadSearchParams(Wire.object("searchTerm", searchTerm));
  }

  /**
   * Optional archived filter; when set to true, only archived threads are returned. If false or
   * null, only non-archived threads are returned.
   *
   * @return {@code archived}; empty when absent or null
   */
  public Optional<Boolean> archived() {
    return Wire.optional(json(), "archived", Wire::flag);
  }

  /**
   * Sets {@code archived}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSearchParams archived(Boolean value) {
    return new ThreadSearchParams(Wire.with(json(), "archived", value));
  }

  /**
   * Show local history visible to the current ChatGPT account. Defaults to false.
   *
   * @return {@code currentAccountOnly}; empty when absent or null
   */
  public Optional<Boolean> currentAccountOnly() {
    return Wire.optional(json(), "currentAccountOnly", Wire::flag);
  }

  /**
   * Sets {@code currentAccountOnly}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadSearchParams currentAccountOnly(boolean value) {
    return new ThreadSearchParams(Wire.with(json(), "currentAccountOnly", value));
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
  public ThreadSearchParams cursor(String value) {
    return new ThreadSearchParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Include persistent threads attached to a parent in search results.
   *
   * @return {@code includeAttachedThreads}; empty when absent or null
   */
  public Optional<Boolean> includeAttachedThreads() {
    return Wire.optional(json(), "includeAttachedThreads", Wire::flag);
  }

  /**
   * Sets {@code includeAttachedThreads}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadSearchParams includeAttachedThreads(boolean value) {
    return new ThreadSearchParams(Wire.with(json(), "includeAttachedThreads", value));
  }

  /**
   * Optional page size; defaults to a reasonable server-side value.
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
  public ThreadSearchParams limit(Long value) {
    return new ThreadSearchParams(Wire.with(json(), "limit", value));
  }

  /**
   * Required substring/full-text query for thread search.
   *
   * @return {@code searchTerm}
   */
  public String searchTerm() {
    return Wire.text(json(), "searchTerm");
  }

  /**
   * Optional sort direction; defaults to descending (newest first).
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
  public ThreadSearchParams sortDirection(SortDirection value) {
    return new ThreadSearchParams(Wire.with(json(), "sortDirection", value));
  }

  /**
   * Optional sort key; defaults to created_at.
   *
   * @return {@code sortKey}; empty when absent or null
   */
  public Optional<ThreadSearchSortKey> sortKey() {
    return Wire.optional(json(), "sortKey", ThreadSearchSortKey::read);
  }

  /**
   * Sets {@code sortKey}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSearchParams sortKey(ThreadSearchSortKey value) {
    return new ThreadSearchParams(Wire.with(json(), "sortKey", value));
  }

  /**
   * Optional source filter; when set, only sessions from these source kinds are returned. When
   * omitted or empty, defaults to interactive sources.
   *
   * @return {@code sourceKinds}; empty also when absent or null
   */
  public List<ThreadSourceKind> sourceKinds() {
    return Wire.list(json(), "sourceKinds", ThreadSourceKind::read);
  }

  /**
   * Sets {@code sourceKinds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSearchParams sourceKinds(List<ThreadSourceKind> value) {
    return new ThreadSearchParams(Wire.with(json(), "sourceKinds", value));
  }
}
