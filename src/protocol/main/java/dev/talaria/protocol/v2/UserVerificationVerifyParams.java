// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Local signing primitive, independent of any pending elicitation. */
@Experimental
public final class UserVerificationVerifyParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationVerifyParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param challenge {@code challenge}
   * @param description {@code description}
   * @param title {@code title}
   * @return a value with these fields
   */
  public static UserVerificationVerifyParams of(String challenge, String description, String title) {
    return new UserVerificationVerifyParams(Wire.object("challenge", challenge, "description", description, "title", title));
  }

  /**
   * Unpadded base64url encoding of 1–4096 challenge bytes.
   *
   * @return {@code challenge}
   */
  public String challenge() {
    return Wire.text(json(), "challenge");
  }

  /**
   * Additional display context; at most 4096 UTF-8 bytes.
   *
   * @return {@code description}
   */
  public String description() {
    return Wire.text(json(), "description");
  }

  /**
   * Display context already approved by the UI; 1–256 UTF-8 bytes.
   *
   * @return {@code title}
   */
  public String title() {
    return Wire.text(json(), "title");
  }
}
