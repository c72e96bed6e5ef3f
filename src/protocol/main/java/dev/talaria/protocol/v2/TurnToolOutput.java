// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code TurnToolOutput} of the protocol. */
public final class TurnToolOutput extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnToolOutput(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @param output {@code output}
   * @return a value with these fields
   */
  public static TurnToolOutput of(String name, FunctionCallOutputBody output) {
    return new TurnToolOutput(Wire.object("name", name, "output", output));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code namespace}; empty when absent or null} */
  public Optional<String> namespace() {
    return Wire.optionalText(json(), "namespace");
  }

  /**
   * Sets {@code namespace}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnToolOutput namespace(String value) {
    return new TurnToolOutput(Wire.with(json(), "namespace", value));
  }

  /** {@return {@code output}} */
  public FunctionCallOutputBody output() {
    return Wire.required(json(), "output", FunctionCallOutputBody::new);
  }

  /**
   * Requests retention of this output in the thread's model history.
   *
   * @return {@code retain}; empty when absent or null
   */
  public Optional<Boolean> retain() {
    return Wire.optional(json(), "retain", Wire::flag);
  }

  /**
   * Sets {@code retain}.
   *
   * @param value not null
   * @return a copy with it
   */
  public TurnToolOutput retain(boolean value) {
    return new TurnToolOutput(Wire.with(json(), "retain", value));
  }
}
