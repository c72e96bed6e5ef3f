// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code HookSource} of the protocol. */
public enum HookSource implements WireEnum {
  /** {@code system}. */
  SYSTEM("system"),
  /** {@code user}. */
  USER("user"),
  /** {@code project}. */
  PROJECT("project"),
  /** {@code mdm}. */
  MDM("mdm"),
  /** {@code sessionFlags}. */
  SESSION_FLAGS("sessionFlags"),
  /** {@code plugin}. */
  PLUGIN("plugin"),
  /** {@code cloudRequirements}. */
  CLOUD_REQUIREMENTS("cloudRequirements"),
  /** {@code cloudManagedConfig}. */
  CLOUD_MANAGED_CONFIG("cloudManagedConfig"),
  /** {@code legacyManagedConfigFile}. */
  LEGACY_MANAGED_CONFIG_FILE("legacyManagedConfigFile"),
  /** {@code legacyManagedConfigMdm}. */
  LEGACY_MANAGED_CONFIG_MDM("legacyManagedConfigMdm"),
  /** {@code unknown}. */
  UNKNOWN("unknown"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  HookSource(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static HookSource read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
