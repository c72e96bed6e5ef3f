// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for deleting an independently persisted thread section. */
public final class ThreadSectionDeleteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionDeleteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param sectionId {@code sectionId}
   * @return a value with these fields
   */
  public static ThreadSectionDeleteParams of(String sectionId) {
    return new ThreadSectionDeleteParams(Wire.object("sectionId", sectionId));
  }

  /**
   * The stable, server-generated identity of the section to delete.
   *
   * @return {@code sectionId}
   */
  public String sectionId() {
    return Wire.text(json(), "sectionId");
  }
}
