// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The params of {@code feedback/save}. */
public final class FeedbackSaveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FeedbackSaveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param classification {@code classification}
   * @param savePath {@code savePath}
   * @return a value with these fields
   */
  public static FeedbackSaveParams of(String classification, String savePath) {
    return new FeedbackSaveParams(Wire.object("classification", classification, "savePath", savePath));
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
  public FeedbackSaveParams extraLogFiles(List<String> value) {
    return new FeedbackSaveParams(Wire.with(json(), "extraLogFiles", value));
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
  public FeedbackSaveParams includeLogs(boolean value) {
    return new FeedbackSaveParams(Wire.with(json(), "includeLogs", value));
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
  public FeedbackSaveParams reason(String value) {
    return new FeedbackSaveParams(Wire.with(json(), "reason", value));
  }

  /**
   * Absolute, previously unused ZIP path on the app-server host. The caller owns this file,
   * including after a disconnected RPC.
   *
   * @return {@code savePath}
   */
  public String savePath() {
    return Wire.text(json(), "savePath");
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
  public FeedbackSaveParams tags(Map<String, String> value) {
    return new FeedbackSaveParams(Wire.with(json(), "tags", value));
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
  public FeedbackSaveParams threadId(String value) {
    return new FeedbackSaveParams(Wire.with(json(), "threadId", value));
  }
}
