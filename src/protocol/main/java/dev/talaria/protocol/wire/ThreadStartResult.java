package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code thread/start} and {@code thread/resume} return: the thread and the settings that
 * really hold for it.
 *
 * @param raw the whole result
 */
public record ThreadStartResult(JsonNode raw) {

  /**
   * The thread's id: {@code thread.id}; {@code thread.sessionId}, {@code sessionId} and {@code
   * threadId} are accepted where older servers gave those.
   */
  public Optional<String> threadId() {
    return Stream.of(
            raw.path("thread").path("id"),
            raw.path("thread").path("sessionId"),
            raw.path("sessionId"),
            raw.path("threadId"))
        .filter(id -> id.isTextual() && !id.textValue().isBlank())
        .map(JsonNode::textValue)
        .findFirst();
  }

  /** The model that the thread uses; empty when the server did not say. */
  public String model() {
    return WireJson.text(raw, "model");
  }

  /** The provider that the thread uses; empty when the server did not say. */
  public String modelProvider() {
    return WireJson.text(raw, "modelProvider");
  }

  /**
   * The id of the permission profile that the thread is under; empty when the server named none.
   */
  public String permissionProfile() {
    return WireJson.text(raw.path("activePermissionProfile"), "id");
  }

  /** The file in which Codex keeps the thread; empty when the server did not say. */
  public String rolloutPath() {
    return WireJson.text(raw.path("thread"), "path");
  }

  /** The working directory that the thread uses; empty when the server did not say. */
  public String cwd() {
    return WireJson.text(raw, "cwd");
  }
}
