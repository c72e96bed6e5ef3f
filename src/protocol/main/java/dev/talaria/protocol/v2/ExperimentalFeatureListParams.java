// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code experimentalFeature/list}. */
public final class ExperimentalFeatureListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExperimentalFeatureListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ExperimentalFeatureListParams of() {
    return new ExperimentalFeatureListParams(Wire.object());
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
  public ExperimentalFeatureListParams cursor(String value) {
    return new ExperimentalFeatureListParams(Wire.with(json(), "cursor", value));
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
  public ExperimentalFeatureListParams limit(Long value) {
    return new ExperimentalFeatureListParams(Wire.with(json(), "limit", value));
  }

  /**
   * Optional loaded thread id. Pass this when showing feature state for an existing thread so
   * enablement is computed from that thread's refreshed config, including project-local config
   * for the thread's cwd.
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
  public ExperimentalFeatureListParams threadId(String value) {
    return new ExperimentalFeatureListParams(Wire.with(json(), "threadId", value));
  }
}
