// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** What {@code model/verification} tells. */
public final class ModelVerificationNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelVerificationNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }

  /** {@return {@code verifications}} */
  public List<ModelVerification> verifications() {
    return Wire.list(json(), "verifications", ModelVerification::read);
  }
}
