package dev.talaria.session.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.session.PromptQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * A prompt that waits in a thread's queue. Immutable.
 *
 * <p>Source: {@code QueuedSubmission} of 0.148.0 to 0.169.0.
 *
 * @param raw as Codex sent it
 */
public record QueuedPrompt(JsonNode raw) {

  /** {@return what {@link PromptQueue#delete} takes} */
  public String id() {
    return raw.path("id").asText("");
  }

  /** {@return what its client knows it by} */
  public String key() {
    return raw.path("clientUserMessageId").asText("");
  }

  /** {@return its texts, in order; a prompt may have parts of other kinds besides} */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    raw.path("input").findValues("text").forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
