// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The params of {@code feedback/upload}. */
public final class FeedbackUploadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FeedbackUploadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param classification {@code classification}
   * @return a value with these fields
   */
  public static FeedbackUploadParams of(String classification) {
    return new FeedbackUploadParams(Wire.object("classification", classification));
  }

  /** {@return {@code classification}} */
  public String classification() {
    return Wire.text(json(), "classification");
  }

  /** {@return {@code extraLogFiles}; empty also when absent or null} */
  public List<String> extraLogFiles() {
    return Wire.list(json(), "extraLogFiles", Wire::text);
  }

  /**
   * Sets {@code extraLogFiles}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FeedbackUploadParams extraLogFiles(List<String> value) {
    return new FeedbackUploadParams(Wire.with(json(), "extraLogFiles", value));
  }

  /** {@return {@code includeLogs}; empty when absent or null} */
  public Optional<Boolean> includeLogs() {
    return Wire.optional(json(), "includeLogs", Wire::flag);
  }

  /**
   * Sets {@code includeLogs}.
   *
   * @param value not null
   * @return a copy with it
   */
  public FeedbackUploadParams includeLogs(boolean value) {
    return new FeedbackUploadParams(Wire.with(json(), "includeLogs", value));
  }

  /** {@return {@code reason}; empty when absent or null} */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /**
   * Sets {@code reason}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FeedbackUploadParams reason(String value) {
    return new FeedbackUploadParams(Wire.with(json(), "reason", value));
  }

  /** {@return {@code tags}; empty also when absent or null} */
  public Map<String, String> tags() {
    return Wire.map(json(), "tags", Wire::text);
  }

  /**
   * Sets {@code tags}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FeedbackUploadParams tags(Map<String, String> value) {
    return new FeedbackUploadParams(Wire.with(json(), "tags", value));
  }

  /** {@return {@code threadId}; empty when absent or null} */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }

  /**
   * Sets {@code threadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FeedbackUploadParams threadId(String value) {
    return new FeedbackUploadParams(Wire.with(json(), "threadId", value));
  }
}
