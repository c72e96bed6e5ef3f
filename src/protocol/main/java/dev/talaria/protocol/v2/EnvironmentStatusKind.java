// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * Current status observed by app-server without starting or recovering an environment.
 *
 * <p>For a currently ready remote environment, app-server asks the existing exec-server
 * connection for `environment/status` without allowing recovery.
 */
@Experimental
public enum EnvironmentStatusKind implements WireEnum {
  /**
   * The environment is local, or an already-connected remote exec-server answered
   * `environment/status` over its existing initialized connection.
   */
  READY("ready"),
  /**
   * The configured environment has no ready connection and no observed connection failure. This
   * includes lazy environments that have never been started and initial startup that has not
   * finished.
   */
  PENDING("pending"),
  /**
   * A connection attempt, prior connection, or fail-fast `environment/status` probe observed a
   * failure. This does not promise the failure is terminal: later normal environment use may
   * recover it. This call does not trigger recovery; `error` contains the observed reason.
   */
  DISCONNECTED("disconnected"),
  /** The requested environment id is not configured in app-server. */
  UNKNOWN("unknown"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  EnvironmentStatusKind(String wire) {
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
  public static EnvironmentStatusKind read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
