// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** A user-selected root that can expose one or more runtime capabilities. */
public final class SelectedCapabilityRoot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SelectedCapabilityRoot(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param id {@code id}
   * @param location {@code location}
   * @return a value with these fields
   */
  public static SelectedCapabilityRoot of(String id, CapabilityRootLocation location) {
    return new SelectedCapabilityRoot(Wire.object("id", id, "location", location));
  }

  /**
   * Stable identifier supplied by the capability selection platform.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }

  /**
   * Where the selected root can be resolved.
   *
   * @return {@code location}
   */
  public CapabilityRootLocation location() {
    return Wire.required(json(), "location", CapabilityRootLocation::read);
  }
}
