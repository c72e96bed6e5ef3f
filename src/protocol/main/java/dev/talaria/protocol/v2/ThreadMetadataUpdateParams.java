// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/metadata/update}. */
public final class ThreadMetadataUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadMetadataUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadMetadataUpdateParams of(String threadId) {
    return new ThreadMetadataUpdateParams(Wire.object("threadId", threadId));
  }

  /**
   * Save the client's Daybreak choice for this persistent thread. Omitted or null leaves it
   * unchanged. This does not select a turn's `cyberAccessProgram` or grant access.
   *
   * @return {@code daybreakEnabled}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> daybreakEnabled() {
    return Wire.optional(json(), "daybreakEnabled", Wire::flag);
  }

  /**
   * Sets {@code daybreakEnabled}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataUpdateParams daybreakEnabled(Boolean value) {
    return new ThreadMetadataUpdateParams(Wire.with(json(), "daybreakEnabled", value));
  }

  /**
   * Patch the stored Git metadata for this thread. Omit a field to leave it unchanged, set it to
   * `null` to clear it, or provide a string to replace the stored value.
   *
   * @return {@code gitInfo}; empty when absent or null
   */
  public Optional<ThreadMetadataGitInfoUpdateParams> gitInfo() {
    return Wire.optional(json(), "gitInfo", ThreadMetadataGitInfoUpdateParams::new);
  }

  /**
   * Sets {@code gitInfo}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataUpdateParams gitInfo(ThreadMetadataGitInfoUpdateParams value) {
    return new ThreadMetadataUpdateParams(Wire.with(json(), "gitInfo", value));
  }

  /**
   * Omit to leave the project unchanged, use an empty string to clear it, or provide an existing
   * project ID to assign it.
   *
   * @return {@code projectId}; empty when absent or null
   */
  @Experimental
  public Optional<String> projectId() {
    return Wire.optionalText(json(), "projectId");
  }

  /**
   * Sets {@code projectId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataUpdateParams projectId(String value) {
    return new ThreadMetadataUpdateParams(Wire.with(json(), "projectId", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
