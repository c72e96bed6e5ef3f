// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code thread/list}. */
public final class ThreadListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadListParams of() {
    return new ThreadListParams(Wire.object());
  }

  /**
   * Optional ancestor thread filter. Returns spawned descendants at any depth, excluding the
   * ancestor itself. Mutually exclusive with `parentThreadId`.
   *
   * @return {@code ancestorThreadId}; empty when absent or null
   */
  @Experimental
  public Optional<String> ancestorThreadId() {
    return Wire.optionalText(json(), "ancestorThreadId");
  }

  /**
   * Sets {@code ancestorThreadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams ancestorThreadId(String value) {
    return new ThreadListParams(Wire.with(json(), "ancestorThreadId", value));
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
  public ThreadListParams archived(Boolean value) {
    return new ThreadListParams(Wire.with(json(), "archived", value));
  }

  /**
   * Return only persistent threads attached to this thread, including empty threads. Mutually
   * exclusive with parentThreadId and ancestorThreadId. Omitting this filter keeps attached
   * threads hidden from ordinary listings.
   *
   * @return {@code attachedToThreadId}; empty when absent or null
   */
  @Experimental
  public Optional<String> attachedToThreadId() {
    return Wire.optionalText(json(), "attachedToThreadId");
  }

  /**
   * Sets {@code attachedToThreadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams attachedToThreadId(String value) {
    return new ThreadListParams(Wire.with(json(), "attachedToThreadId", value));
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
  public ThreadListParams currentAccountOnly(boolean value) {
    return new ThreadListParams(Wire.with(json(), "currentAccountOnly", value));
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
  public ThreadListParams cursor(String value) {
    return new ThreadListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Optional cwd filter or filters; when set, only threads whose session cwd exactly matches one
   * of these paths are returned.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<ThreadListCwdFilter> cwd() {
    return Wire.optional(json(), "cwd", ThreadListCwdFilter::new);
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams cwd(ThreadListCwdFilter value) {
    return new ThreadListParams(Wire.with(json(), "cwd", value));
  }

  /**
   * Thread IDs to exclude before applying the result limit. Up to 100 entries; invalid IDs or a
   * larger list are rejected, never truncated. Send the same exclusions on each page. Omitted,
   * null, or empty means no exclusions.
   *
   * @return {@code excludedThreadIds}; empty also when absent or null
   */
  public List<String> excludedThreadIds() {
    return Wire.list(json(), "excludedThreadIds", Wire::text);
  }

  /**
   * Sets {@code excludedThreadIds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams excludedThreadIds(List<String> value) {
    return new ThreadListParams(Wire.with(json(), "excludedThreadIds", value));
  }

  /**
   * Include persistent threads attached to a parent when searching by title.
   *
   * @return {@code includeAttachedThreads}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> includeAttachedThreads() {
    return Wire.optional(json(), "includeAttachedThreads", Wire::flag);
  }

  /**
   * Sets {@code includeAttachedThreads}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadListParams includeAttachedThreads(boolean value) {
    return new ThreadListParams(Wire.with(json(), "includeAttachedThreads", value));
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
  public ThreadListParams limit(Long value) {
    return new ThreadListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional provider filter; when set, only sessions recorded under these providers are
   * returned. When present but empty, includes all providers.
   *
   * @return {@code modelProviders}; empty also when absent or null
   */
  public List<String> modelProviders() {
    return Wire.list(json(), "modelProviders", Wire::text);
  }

  /**
   * Sets {@code modelProviders}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams modelProviders(List<String> value) {
    return new ThreadListParams(Wire.with(json(), "modelProviders", value));
  }

  /**
   * Optional originator allowlist, matching any supplied value exactly. Supported by hosted
   * backends only; the local app-server rejects a nonempty list. Omitted or empty lists leave
   * originators unrestricted.
   *
   * @return {@code originators}; empty also when absent or null
   */
  public List<String> originators() {
    return Wire.list(json(), "originators", Wire::text);
  }

  /**
   * Sets {@code originators}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams originators(List<String> value) {
    return new ThreadListParams(Wire.with(json(), "originators", value));
  }

  /**
   * Optional direct parent thread filter. Mutually exclusive with `ancestorThreadId`.
   *
   * @return {@code parentThreadId}; empty when absent or null
   */
  @Experimental
  public Optional<String> parentThreadId() {
    return Wire.optionalText(json(), "parentThreadId");
  }

  /**
   * Sets {@code parentThreadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams parentThreadId(String value) {
    return new ThreadListParams(Wire.with(json(), "parentThreadId", value));
  }

  /**
   * Omit to include every project, set to null for unassigned threads, or provide a project ID
   * to return only threads in that project.
   *
   * @return {@code projectId}; empty when absent or null
   */
  @Experimental
  public Optional<String> projectId() {
    return Wire.optionalText(json(), "projectId");
  }

  /**
   * Sets {@code projectId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams projectId(String value) {
    return new ThreadListParams(Wire.with(json(), "projectId", value));
  }

  /**
   * Optional substring filter for the extracted thread title.
   *
   * @return {@code searchTerm}; empty when absent or null
   */
  public Optional<String> searchTerm() {
    return Wire.optionalText(json(), "searchTerm");
  }

  /**
   * Sets {@code searchTerm}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams searchTerm(String value) {
    return new ThreadListParams(Wire.with(json(), "searchTerm", value));
  }

  /**
   * Omit to include every section, set to `null` for unsectioned threads, or provide a section
   * ID to return only threads in that section.
   *
   * @return {@code sectionId}; empty when absent or null
   */
  public Optional<String> sectionId() {
    return Wire.optionalText(json(), "sectionId");
  }

  /**
   * Sets {@code sectionId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams sectionId(String value) {
    return new ThreadListParams(Wire.with(json(), "sectionId", value));
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
  public ThreadListParams sortDirection(SortDirection value) {
    return new ThreadListParams(Wire.with(json(), "sortDirection", value));
  }

  /**
   * Optional sort key; defaults to created_at.
   *
   * @return {@code sortKey}; empty when absent or null
   */
  public Optional<ThreadSortKey> sortKey() {
    return Wire.optional(json(), "sortKey", ThreadSortKey::read);
  }

  /**
   * Sets {@code sortKey}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadListParams sortKey(ThreadSortKey value) {
    return new ThreadListParams(Wire.with(json(), "sortKey", value));
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
  public ThreadListParams sourceKinds(List<ThreadSourceKind> value) {
    return new ThreadListParams(Wire.with(json(), "sourceKinds", value));
  }

  /**
   * If true, return from the state DB without scanning JSONL rollouts to repair thread metadata.
   * Omitted or false preserves scan-and-repair behavior.
   *
   * @return {@code useStateDbOnly}; empty when absent or null
   */
  public Optional<Boolean> useStateDbOnly() {
    return Wire.optional(json(), "useStateDbOnly", Wire::flag);
  }

  /**
   * Sets {@code useStateDbOnly}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadListParams useStateDbOnly(boolean value) {
    return new ThreadListParams(Wire.with(json(), "useStateDbOnly", value));
  }
}
