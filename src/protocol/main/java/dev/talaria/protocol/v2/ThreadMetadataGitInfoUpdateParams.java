// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadMetadataGitInfoUpdateParams} of the protocol. */
public final class ThreadMetadataGitInfoUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadMetadataGitInfoUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadMetadataGitInfoUpdateParams of() {
    return new ThreadMetadataGitInfoUpdateParams(Wire.object());
  }

  /**
   * Omit to leave the stored branch unchanged, set to `null` to clear it, or provide a non-empty
   * string to replace it.
   *
   * @return {@code branch}; empty when absent or null
   */
  public Optional<String> branch() {
    return Wire.optionalText(json(), "branch");
  }

  /**
   * Sets {@code branch}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataGitInfoUpdateParams branch(String value) {
    return new ThreadMetadataGitInfoUpdateParams(Wire.with(json(), "branch", value));
  }

  /**
   * Omit to leave the stored origin URL unchanged, set to `null` to clear it, or provide a
   * non-empty string to replace it.
   *
   * @return {@code originUrl}; empty when absent or null
   */
  public Optional<String> originUrl() {
    return Wire.optionalText(json(), "originUrl");
  }

  /**
   * Sets {@code originUrl}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataGitInfoUpdateParams originUrl(String value) {
    return new ThreadMetadataGitInfoUpdateParams(Wire.with(json(), "originUrl", value));
  }

  /**
   * Omit to leave the stored commit unchanged, set to `null` to clear it, or provide a non-empty
   * string to replace it.
   *
   * @return {@code sha}; empty when absent or null
   */
  public Optional<String> sha() {
    return Wire.optionalText(json(), "sha");
  }

  /**
   * Sets {@code sha}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadMetadataGitInfoUpdateParams sha(String value) {
    return new ThreadMetadataGitInfoUpdateParams(Wire.with(json(), "sha", value));
  }
}
