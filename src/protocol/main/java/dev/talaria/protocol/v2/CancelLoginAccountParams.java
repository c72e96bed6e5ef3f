// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code account/login/cancel}. */
public final class CancelLoginAccountParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CancelLoginAccountParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param loginId {@code loginId}
   * @return a value with these fields
   */
  public static CancelLoginAccountParams of(String loginId) {
    return new CancelLoginAccountParams(Wire.object("loginId", loginId));
  }

  /** {@return {@code loginId}} */
  public String loginId() {
    return Wire.text(json(), "loginId");
  }
}
