// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Prepare an approved plan for the first turn of a fresh thread. */
@Experimental
public final class ThreadPrepareApprovedPlanParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadPrepareApprovedPlanParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param markdown {@code markdown}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadPrepareApprovedPlanParams of(String markdown, String threadId) {
    return new ThreadPrepareApprovedPlanParams(Wire.object("markdown", markdown, "threadId", threadId));
  }

  /**
   * Absolute path to the optional app-server copy of the plan.
   *
   * @return {@code attachmentPath}; empty when absent or null
   */
  public Optional<String> attachmentPath() {
    return Wire.optionalText(json(), "attachmentPath");
  }

  /**
   * Sets {@code attachmentPath}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadPrepareApprovedPlanParams attachmentPath(String value) {
    return new ThreadPrepareApprovedPlanParams(Wire.with(json(), "attachmentPath", value));
  }

  /** {@return {@code markdown}} */
  public String markdown() {
    return Wire.text(json(), "markdown");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
