// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - list available apps/connectors. */
public final class AppsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static AppsListParams of() {
    return new AppsListParams(Wire.object());
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
  public AppsListParams cursor(String value) {
    return new AppsListParams(Wire.with(json(), "cursor", value));
  }

  /**
   * When true, bypass app caches and fetch the latest data from sources.
   *
   * @return {@code forceRefetch}; empty when absent or null
   */
  public Optional<Boolean> forceRefetch() {
    return Wire.optional(json(), "forceRefetch", Wire::flag);
  }

  /**
   * Sets {@code forceRefetch}.
   *
   * @param value not null
   * @return a copy with it
   */
  public AppsListParams forceRefetch(boolean value) {
    return new AppsListParams(Wire.with(json(), "forceRefetch", value));
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
  public AppsListParams limit(Long value) {
    return new AppsListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional thread id used to evaluate app feature gating from that thread's config.
   *
   * @return {@code threadId}; empty when absent or null
   */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }

  /**
   * Sets {@code threadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AppsListParams threadId(String value) {
    return new AppsListParams(Wire.with(json(), "threadId", value));
  }
}
