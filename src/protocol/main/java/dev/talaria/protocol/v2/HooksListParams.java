// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code hooks/list}. */
public final class HooksListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HooksListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static HooksListParams of() {
    return new HooksListParams(Wire.object());
  }

  /**
   * Working directories to inspect when no thread is specified. An empty list uses the session
   * cwd.
   *
   * @return {@code cwds}; empty also when absent or null
   */
  public List<String> cwds() {
    return Wire.list(json(), "cwds", Wire::text);
  }

  /**
   * Sets {@code cwds}.
   *
   * @param value not null
   * @return a copy with it
   */
  public HooksListParams cwds(List<String> value) {
    return new HooksListParams(Wire.with(json(), "cwds", value));
  }

  /**
   * List a loaded thread's hooks, including its selected environments. Omit `cwds` in this mode.
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
  public HooksListParams threadId(String value) {
    return new HooksListParams(Wire.with(json(), "threadId", value));
  }
}
