// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code CodexTurnError} of the protocol. */
public final class CodexTurnError extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CodexTurnError(JsonNode json) {
    super(json);
  }

  /** {@return {@code additionalDetails}; empty when absent or null} */
  public Optional<String> additionalDetails() {
    return Wire.optionalText(json(), "additionalDetails");
  }

  /** {@return {@code codexErrorInfo}; empty when absent or null} */
  public Optional<CodexErrorInfo> codexErrorInfo() {
    return Wire.optional(json(), "codexErrorInfo", CodexErrorInfo::new);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }

  /**
   * Optional public explanation and continuation instruction for a misalignment block.
   *
   * @return {@code misalignment}; empty when absent or null
   */
  public Optional<MisalignmentErrorDetails> misalignment() {
    return Wire.optional(json(), "misalignment", MisalignmentErrorDetails::new);
  }
}
