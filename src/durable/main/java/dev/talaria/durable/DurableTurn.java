package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One turn of a run: all that a worker needs to start it, or to find it. Immutable.
 *
 * @param place where its thread lives
 * @param threadId the thread
 * @param key the prompt's key, unique in the thread: Codex keeps it, and it shows whether the
 *     prompt was accepted
 * @param input the prompt
 */
public record DurableTurn(ThreadPlace place, String threadId, String key, String input) {

  /**
   * Checks that nothing is missing.
   *
   * @param place not null
   * @param threadId not blank
   * @param key not blank
   * @param input not blank
   */
  @JsonCreator
  public DurableTurn(
      @JsonProperty("place") ThreadPlace place,
      @JsonProperty("threadId") String threadId,
      @JsonProperty("key") String key,
      @JsonProperty("input") String input) {
    this.place = Objects.requireNonNull(place, "place");
    this.threadId = Words.required("the id of a thread", threadId);
    this.key = Words.required("the key of a turn", key);
    this.input = Words.required("the prompt of a turn", input);
  }
}
