// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** EXPERIMENTAL - read metadata for specific apps/connectors. */
public final class AppsReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param appIds {@code appIds}
   * @return a value with these fields
   */
  public static AppsReadParams of(List<String> appIds) {
    return new AppsReadParams(Wire.object("appIds", appIds));
  }

  /**
   * App ids to read. The server accepts at most 100 ids and deduplicates repeated ids while
   * preserving their first-request order.
   *
   * @return {@code appIds}
   */
  public List<String> appIds() {
    return Wire.list(json(), "appIds", Wire::text);
  }

  /**
   * When true, include display-only public tool summaries in the returned metadata.
   *
   * @return {@code includeTools}; empty when absent or null
   */
  public Optional<Boolean> includeTools() {
    return Wire.optional(json(), "includeTools", Wire::flag);
  }

  /**
   * Sets {@code includeTools}.
   *
   * @param value not null
   * @return a copy with it
   */
  public AppsReadParams includeTools(boolean value) {
    return new AppsReadParams(Wire.with(json(), "includeTools", value));
  }

  /**
   * Optional loaded thread id used to evaluate effective app configuration.
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
  public AppsReadParams threadId(String value) {
    return new AppsReadParams(Wire.with(json(), "threadId", value));
  }
}
