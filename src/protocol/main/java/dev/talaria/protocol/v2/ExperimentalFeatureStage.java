// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ExperimentalFeatureStage} of the protocol. */
public enum ExperimentalFeatureStage implements WireEnum {
  /** Feature is available for user testing and feedback. */
  BETA("beta"),
  /** Feature is still being built and not ready for broad use. */
  UNDER_DEVELOPMENT("underDevelopment"),
  /** Feature is production-ready. */
  STABLE("stable"),
  /** Feature is deprecated and should be avoided. */
  DEPRECATED("deprecated"),
  /** Feature flag is retained only for backwards compatibility. */
  REMOVED("removed"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ExperimentalFeatureStage(String wire) {
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
  public static ExperimentalFeatureStage read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
