package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.TurnStartParams;
import dev.talaria.protocol.UserInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a turn gets: the user's parts, and settings for this turn.
 *
 * <p>Immutable: each method returns a new value. What is not set is not sent, so the session's or
 * Codex' own setting holds.
 */
public final class TurnInput {

  private final List<UserInput> parts;
  private final String model;
  private final String effort;
  private final JsonNode outputSchema;
  private final Duration timeout;

  private TurnInput(
      List<UserInput> parts, String model, String effort, JsonNode outputSchema, Duration timeout) {
    this.parts = List.copyOf(parts);
    this.model = model;
    this.effort = effort;
    this.outputSchema = outputSchema;
    this.timeout = timeout;
  }

  /**
   * Text alone.
   *
   * @throws IllegalArgumentException if the text is blank: Codex would start a turn without a
   *     message, and older versions would never end it
   */
  public static TurnInput of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a turn needs a prompt that is not blank");
    }
    return new TurnInput(List.of(new UserInput.Text(text)), null, null, null, null);
  }

  /** Adds a picture file. */
  public TurnInput image(Path file) {
    return with(new UserInput.LocalImage(file.toAbsolutePath().toString()));
  }

  /** Adds a picture as a {@code data:} URL. */
  public TurnInput image(String dataUrl) {
    return with(new UserInput.Image(dataUrl));
  }

  /** Adds another text. */
  public TurnInput text(String more) {
    return with(new UserInput.Text(more));
  }

  private TurnInput with(UserInput part) {
    List<UserInput> all = new ArrayList<>(parts);
    all.add(part);
    return new TurnInput(all, model, effort, outputSchema, timeout);
  }

  /** Another model, for this turn and (as Codex has it) the later ones. */
  public TurnInput model(String id) {
    return new TurnInput(parts, id, effort, outputSchema, timeout);
  }

  /** Another reasoning effort, for this turn and (as Codex has it) the later ones. */
  public TurnInput effort(String level) {
    return new TurnInput(parts, model, level, outputSchema, timeout);
  }

  /** A JSON Schema for the final message, for this turn. */
  public TurnInput outputSchema(JsonNode schema) {
    return new TurnInput(parts, model, effort, schema.deepCopy(), timeout);
  }

  /** Another time limit, for this turn. */
  public TurnInput timeout(Duration limit) {
    return new TurnInput(parts, model, effort, outputSchema, Positive.duration("timeout", limit));
  }

  /** What {@code turn/start} sends. */
  TurnStartParams params(String threadId, SessionOptions session) {
    return new TurnStartParams(
        threadId, parts, model, effort == null ? session.effort() : effort, outputSchema);
  }

  /** The user's parts, in order. */
  public List<UserInput> parts() {
    return parts;
  }

  /** The model, if set. */
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /** The reasoning effort, if set. */
  public Optional<String> effort() {
    return Optional.ofNullable(effort);
  }

  /** The schema of the final message, if set. */
  public Optional<JsonNode> outputSchema() {
    return Optional.ofNullable(outputSchema);
  }

  /** The time limit, if set. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }
}
