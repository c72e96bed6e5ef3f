// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for updating an independently persisted thread section. */
public final class ThreadSectionUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @param sectionId {@code sectionId}
   * @return a value with these fields
   */
  public static ThreadSectionUpdateParams of(String name, String sectionId) {
    return new ThreadSectionUpdateParams(Wire.object("name", name, "sectionId", sectionId));
  }

  /**
   * Omit to preserve appearance, use `null` to clear it, or provide a replacement.
   *
   * @return {@code appearance}; empty when absent or null
   */
  public Optional<ThreadSectionAppearance> appearance() {
    return Wire.optional(json(), "appearance", ThreadSectionAppearance::new);
  }

  /**
   * Sets {@code appearance}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionUpdateParams appearance(ThreadSectionAppearance value) {
    return new ThreadSectionUpdateParams(Wire.with(json(), "appearance", value));
  }

  /**
   * The updated user-visible name of the section.
   *
   * @return {@code name}
   */
  public String name() {
    return Wire.text(json(), "name");
  }

  /**
   * The stable, server-generated identity of the section to update.
   *
   * @return {@code sectionId}
   */
  public String sectionId() {
    return Wire.text(json(), "sectionId");
  }
}
