// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code item/fileChange/requestApproval}. */
public final class FileChangeRequestApprovalResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FileChangeRequestApprovalResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param decision {@code decision}
   * @return a value with these fields
   */
  public static FileChangeRequestApprovalResponse of(FileChangeApprovalDecision decision) {
    return new FileChangeRequestApprovalResponse(Wire.object("decision", decision));
  }

  /** {@return {@code decision}} */
  public FileChangeApprovalDecision decision() {
    return Wire.required(json(), "decision", FileChangeApprovalDecision::read);
  }
}
