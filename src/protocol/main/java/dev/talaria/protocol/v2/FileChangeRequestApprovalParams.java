// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code item/fileChange/requestApproval} asks. */
public final class FileChangeRequestApprovalParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FileChangeRequestApprovalParams(JsonNode json) {
    super(json);
  }

  /**
   * [UNSTABLE] When set, the agent is asking the user to allow writes under this root for the
   * remainder of the session (unclear if this is honored today).
   *
   * @return {@code grantRoot}; empty when absent or null
   */
  public Optional<String> grantRoot() {
    return Wire.optionalText(json(), "grantRoot");
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /**
   * Optional explanatory reason (e.g. request for extra write access).
   *
   * @return {@code reason}; empty when absent or null
   */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /**
   * Unix timestamp (in milliseconds) when this approval request started.
   *
   * @return {@code startedAtMs}
   */
  public long startedAtMs() {
    return Wire.required(json(), "startedAtMs", Wire::longInteger);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
