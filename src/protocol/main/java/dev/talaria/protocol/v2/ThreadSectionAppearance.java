// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Extensible visual presentation for a custom thread section. */
public final class ThreadSectionAppearance extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionAppearance(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadSectionAppearance of() {
    return new ThreadSectionAppearance(Wire.object());
  }

  /** {@return {@code color}; empty when absent or null} */
  public Optional<String> color() {
    return Wire.optionalText(json(), "color");
  }

  /**
   * Sets {@code color}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionAppearance color(String value) {
    return new ThreadSectionAppearance(Wire.with(json(), "color", value));
  }

  /** {@return {@code icon}; empty when absent or null} */
  public Optional<String> icon() {
    return Wire.optionalText(json(), "icon");
  }

  /**
   * Sets {@code icon}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionAppearance icon(String value) {
    return new ThreadSectionAppearance(Wire.with(json(), "icon", value));
  }
}
