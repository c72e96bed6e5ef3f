package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How the model works with the user ({@code collaborationMode} of {@code turn/start},
 * experimental): in plan mode it asks and plans, and changes nothing. Immutable.
 *
 * <p>Source: the schemas; 0.125.0 to 0.169.0 tell the model the mode's instructions as a developer
 * message.
 *
 * @param mode which mode
 * @param settings what the model is in this mode; they take precedence over the thread's own
 */
public record CollaborationMode(Kind mode, Settings settings) {

  /**
   * Checks the components.
   *
   * @param mode not null
   * @param settings not null
   */
  public CollaborationMode {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(settings, "settings");
  }

  /** The modes. */
  public enum Kind {
    /** The model explores and writes a plan, which it may ask the user about. */
    PLAN("plan"),
    /** The model does what it is told. */
    DEFAULT("default");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** {@return the name in JSON} */
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }

  /**
   * What holds in a mode.
   *
   * @param model the model's id; Codex requires it
   * @param effort the reasoning effort; {@code null} for the turn's or the session's, else the
   *     model's default
   * @param developerInstructions told instead of the mode's built-in instructions; {@code null} for
   *     these
   */
  public record Settings(
      String model,
      @JsonProperty("reasoning_effort") String effort,
      @JsonProperty("developer_instructions") String developerInstructions) {

    /**
     * Checks the model.
     *
     * @param model not blank
     * @param effort may be null
     * @param developerInstructions may be null
     */
    public Settings {
      if (model.isBlank()) {
        throw new IllegalArgumentException(
            "a collaboration mode needs a model, for instance the session's: session.model()");
      }
    }
  }

  /**
   * {@return plan mode with its built-in instructions}
   *
   * @param model the model's id, for instance {@code CodexSession.model()}
   * @throws IllegalArgumentException if the model is blank
   */
  public static CollaborationMode plan(String model) {
    return new CollaborationMode(Kind.PLAN, new Settings(model, null, null));
  }

  /**
   * {@return the mode in which a thread starts; it ends plan mode}
   *
   * @param model the model's id, for instance {@code CodexSession.model()}
   * @throws IllegalArgumentException if the model is blank
   */
  public static CollaborationMode standard(String model) {
    return new CollaborationMode(Kind.DEFAULT, new Settings(model, null, null));
  }

  /**
   * {@return the same mode with another effort}
   *
   * @param level such as {@code low}; {@code null} for the turn's or the session's
   */
  public CollaborationMode effort(String level) {
    return new CollaborationMode(
        mode, new Settings(settings.model, level, settings.developerInstructions));
  }

  /**
   * {@return the same mode with other instructions}
   *
   * @param text told to the model instead of the mode's own; {@code null} for these
   */
  public CollaborationMode developerInstructions(String text) {
    return new CollaborationMode(mode, new Settings(settings.model, settings.effort, text));
  }
}
