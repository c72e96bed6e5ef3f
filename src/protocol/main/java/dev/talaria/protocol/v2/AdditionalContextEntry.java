// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AdditionalContextEntry} of the protocol. */
public final class AdditionalContextEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AdditionalContextEntry(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param kind {@code kind}
   * @param value {@code value}
   * @return a value with these fields
   */
  public static AdditionalContextEntry of(AdditionalContextKind kind, String value) {
    return new AdditionalContextEntry(Wire.object("kind", kind, "value", value));
  }

  /** {@return {@code kind}} */
  public AdditionalContextKind kind() {
    return Wire.required(json(), "kind", AdditionalContextKind::read);
  }

  /**
   * Optional name for untrusted context, used to label its tool output.
   *
   * @return {@code name}; empty when absent or null
   */
  public Optional<String> name() {
    return Wire.optionalText(json(), "name");
  }

  /**
   * Sets {@code name}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalContextEntry name(String value) {
    return new AdditionalContextEntry(Wire.with(json(), "name", value));
  }

  /** {@return {@code value}} */
  public String value() {
    return Wire.text(json(), "value");
  }
}
