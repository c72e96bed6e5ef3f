// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for creating an independently persisted thread section. */
public final class ThreadSectionCreateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionCreateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @return a value with these fields
   */
  public static ThreadSectionCreateParams of(String name) {
    return new ThreadSectionCreateParams(Wire.object("name", name));
  }

  /** {@return {@code appearance}; empty when absent or null} */
  public Optional<ThreadSectionAppearance> appearance() {
    return Wire.optional(json(), "appearance", ThreadSectionAppearance::new);
  }

  /**
   * Sets {@code appearance}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionCreateParams appearance(ThreadSectionAppearance value) {
    return new ThreadSectionCreateParams(Wire.with(json(), "appearance", value));
  }

  /**
   * The user-visible name of the section.
   *
   * @return {@code name}
   */
  public String name() {
    return Wire.text(json(), "name");
  }
}
