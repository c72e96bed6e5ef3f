package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run: prompts, one after the other, on one thread. All that its steps need is in here, so that
 * any worker can continue with it. Immutable.
 *
 * @param key names the run; the keys of its prompts are derived from it
 * @param place where its thread lives
 * @param prompts at least one
 * @param afterLoss what decisions are worth after a loss of Codex
 * @param whenThreadGone what happens to the run when its thread is gone
 * @param turnLimit how long a turn may take, without the time in which an approval is pending
 * @param approvalLimit how long an approval may be pending; then it is declined
 * @param mostContinuations how often a prompt whose turn was cut off is continued
 */
public record RunRequest(
    String key,
    ThreadPlace place,
    List<String> prompts,
    AfterLoss afterLoss,
    WhenThreadGone whenThreadGone,
    @JsonSerialize(converter = IsoDuration.Writer.class) Duration turnLimit,
    @JsonSerialize(converter = IsoDuration.Writer.class) Duration approvalLimit,
    int mostContinuations) {

  /** How long the key may be. */
  public static final int MOST_KEY = 100;

  /**
   * Checks the parts; {@link #builder} is shorter.
   *
   * @param key not blank, at most {@value #MOST_KEY} characters
   * @param place not null
   * @param prompts at least one, none blank
   * @param afterLoss not null
   * @param whenThreadGone not null
   * @param turnLimit longer than zero
   * @param approvalLimit longer than zero
   * @param mostContinuations not negative
   * @throws IllegalArgumentException if one is not so
   */
  @JsonCreator
  public RunRequest(
      @JsonProperty("key") String key,
      @JsonProperty("place") ThreadPlace place,
      @JsonProperty("prompts") List<String> prompts,
      @JsonProperty("afterLoss") AfterLoss afterLoss,
      @JsonProperty("whenThreadGone") WhenThreadGone whenThreadGone,
      @JsonProperty("turnLimit") @JsonDeserialize(converter = IsoDuration.Reader.class)
          Duration turnLimit,
      @JsonProperty("approvalLimit") @JsonDeserialize(converter = IsoDuration.Reader.class)
          Duration approvalLimit,
      @JsonProperty("mostContinuations") int mostContinuations) {
    this.key = Words.required("the key of the run", key);
    if (key.length() > MOST_KEY) {
      throw new IllegalArgumentException(
          "the key of a run has at most %d characters, not %d".formatted(MOST_KEY, key.length()));
    }
    this.place = Objects.requireNonNull(place, "place");
    this.prompts = List.copyOf(prompts);
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException("a run needs at least one prompt");
    }
    prompts.forEach(prompt -> Words.required("the text of a prompt", prompt));
    this.afterLoss = Objects.requireNonNull(afterLoss, "afterLoss");
    this.whenThreadGone = Objects.requireNonNull(whenThreadGone, "whenThreadGone");
    this.turnLimit = positive("turnLimit", turnLimit);
    this.approvalLimit = positive("approvalLimit", approvalLimit);
    if (mostContinuations < 0) {
      throw new IllegalArgumentException("mostContinuations is negative: " + mostContinuations);
    }
    this.mostContinuations = mostContinuations;
  }

  private static Duration positive(String what, Duration limit) {
    if (limit == null || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(what + " must be longer than zero, not " + limit);
    }
    return limit;
  }

  /**
   * Begins a request.
   *
   * @param key names the run
   * @param place where its thread lives
   * @return a builder with no prompt yet
   */
  public static Builder builder(String key, ThreadPlace place) {
    return new Builder(key, place);
  }

  /** Collects the parts of a run. Not safe for use by many threads. */
  public static final class Builder {

    private final String key;
    private final ThreadPlace place;
    private final List<String> prompts = new ArrayList<>();
    private AfterLoss afterLoss = AfterLoss.ASK_AGAIN;
    private WhenThreadGone whenThreadGone = WhenThreadGone.STOP;
    private Duration turnLimit = Duration.ofHours(1);
    private Duration approvalLimit = Duration.ofDays(30);
    private int mostContinuations = 3;

    private Builder(String key, ThreadPlace place) {
      this.key = key;
      this.place = place;
    }

    /**
     * Adds a prompt.
     *
     * @param text not blank
     * @return this builder
     */
    public Builder prompt(String text) {
      prompts.add(text);
      return this;
    }

    /**
     * Says whether decisions still count after a loss of Codex. Default: {@link
     * AfterLoss#ASK_AGAIN}.
     *
     * @param choice not null
     * @return this builder
     */
    public Builder afterLoss(AfterLoss choice) {
      afterLoss = choice;
      return this;
    }

    /**
     * Says what happens to the run when its thread is gone. Default: {@link WhenThreadGone#STOP}.
     *
     * @param choice not null
     * @return this builder
     */
    public Builder whenThreadGone(WhenThreadGone choice) {
      whenThreadGone = choice;
      return this;
    }

    /**
     * Sets how long a turn may take. Default: an hour.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder turnLimit(Duration limit) {
      turnLimit = limit;
      return this;
    }

    /**
     * Sets how long an approval may be pending before it is declined. Default: thirty days.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder approvalLimit(Duration limit) {
      approvalLimit = limit;
      return this;
    }

    /**
     * Sets how often a prompt whose turn was cut off by the end of its Codex is continued. Default:
     * 3.
     *
     * @param times not negative
     * @return this builder
     */
    public Builder mostContinuations(int times) {
      mostContinuations = times;
      return this;
    }

    /**
     * {@return the request}
     *
     * @throws IllegalArgumentException if there is no prompt, or a part is wrong
     */
    public RunRequest build() {
      return new RunRequest(
          key,
          place,
          prompts,
          afterLoss,
          whenThreadGone,
          turnLimit,
          approvalLimit,
          mostContinuations);
    }
  }
}
