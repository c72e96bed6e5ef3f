package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.ReasoningSummary;
import dev.talaria.protocol.SandboxMode;
import dev.talaria.protocol.SandboxPolicy;
import dev.talaria.protocol.UserInput;
import dev.talaria.protocol.wire.TurnStartParams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a turn gets: the user's parts, and settings for this turn.
 *
 * <p>Immutable: each method returns a new value. What is not set is not sent, so the session's or
 * Codex's own setting holds. A setting stays for the later turns of the thread, because Codex keeps
 * it, unless they (or the session's options) say otherwise; schema and time limit do not stay.
 */
public final class TurnInput {

  /** How many characters the texts of a turn may have together: measured, all versions. */
  public static final int MAX_CHARACTERS = 1_048_576;

  private static final int SHOWN_OF_URL = 40;

  /** No longer changed. */
  private final Draft set;

  private TurnInput(Draft set) {
    this.set = set;
  }

  /**
   * {@return an input of text alone}
   *
   * @param text not blank; at most {@link #MAX_CHARACTERS} code points
   * @throws IllegalArgumentException if the text is blank: Codex would start a turn without a
   *     message, and older versions would never end it; or if it is too long
   */
  public static TurnInput of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a turn needs a prompt that is not blank");
    }
    return of(List.of(new UserInput.Text(text)));
  }

  /**
   * {@return an input of parts of any kind, such as a picture without a text}
   *
   * @param parts at least one; copied
   * @throws IllegalArgumentException if there is no part, or the texts are too long
   */
  public static TurnInput of(List<UserInput> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a turn needs at least one part of input");
    }
    return none().with(draft -> draft.parts = List.copyOf(parts)).checked();
  }

  /** No input of the user: the turn in which Codex shortens a thread's history. */
  static TurnInput none() {
    return new TurnInput(new Draft());
  }

  /** {@return settings alone, without input, for {@link CodexSession#settings}} */
  public static TurnInput settings() {
    return none();
  }

  private TurnInput checked() {
    long length =
        set.parts.stream()
            .filter(UserInput.Text.class::isInstance)
            .map(part -> ((UserInput.Text) part).text())
            .mapToLong(text -> text.codePointCount(0, text.length()))
            .sum();
    if (length > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "the input has " + length + " characters, and Codex takes at most " + MAX_CHARACTERS);
    }
    return this;
  }

  private TurnInput with(Consumer<Draft> change) {
    Draft draft = set.clone();
    change.accept(draft);
    return new TurnInput(draft);
  }

  private TurnInput plus(UserInput part) {
    return with(draft -> draft.parts = Stream.concat(set.parts.stream(), Stream.of(part)).toList())
        .checked();
  }

  /**
   * Adds a picture file.
   *
   * @param file the picture; Codex reads it when the turn starts
   * @return the input with the picture
   */
  public TurnInput image(Path file) {
    return plus(new UserInput.LocalImage(file.toAbsolutePath().toString()));
  }

  /**
   * Adds a picture as a {@code data:} URL; up to 0.130.0 also as an {@code http(s):} URL, which
   * fails the turn as refused where Codex does not take it.
   *
   * @param url such as {@code data:image/png;base64,…}
   * @return the input with the picture
   * @throws IllegalArgumentException if it is neither
   */
  public TurnInput image(String url) {
    return plus(new UserInput.Image(imageUrl(url)));
  }

  /**
   * The URL, if it is one of a picture.
   *
   * @throws IllegalArgumentException if not; the message shows how it begins
   */
  private static String imageUrl(String url) {
    if (isRemote(url) || starts(url, "data:image/") && url.indexOf(',') > 0) {
      return url;
    }
    throw new IllegalArgumentException(
        "image: expected data:image/<type>;base64,<data>, got '"
            + url.substring(0, Math.min(SHOWN_OF_URL, url.length()))
            + "'; for a file give its Path");
  }

  /** Whether it would have to be fetched. */
  static boolean isRemote(String url) {
    return starts(url, "http://") || starts(url, "https://");
  }

  private static boolean starts(String url, String prefix) {
    return url.length() > prefix.length() && url.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /**
   * Adds another text.
   *
   * @param more a text of the user
   * @return the input with the text
   * @throws IllegalArgumentException if the texts are too long together
   */
  public TurnInput text(String more) {
    return plus(new UserInput.Text(more));
  }

  /**
   * Gives the model a skill: its name, and its {@code SKILL.md}.
   *
   * @param name the skill's name
   * @param file its {@code SKILL.md}
   * @return the input with the skill
   */
  public TurnInput skill(String name, Path file) {
    return plus(new UserInput.Skill(name, file.toAbsolutePath().toString()));
  }

  /**
   * Adds a mention of an app, a plugin or a file, as a program shows it; only what Codex knows by
   * this path, such as {@code app://<connector>}, has an effect on the model.
   *
   * @param name what a program shows
   * @param path what Codex knows it by
   * @return the input with the mention
   */
  public TurnInput mention(String name, String path) {
    return plus(new UserInput.Mention(name, path));
  }

  /**
   * Sets another model.
   *
   * @param id the model's id; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput model(String id) {
    return with(draft -> draft.model = id);
  }

  /**
   * Sets another reasoning effort.
   *
   * @param level such as {@code low} or {@code high}; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput effort(String level) {
    return with(draft -> draft.effort = level);
  }

  /**
   * Sets how the model is to sum up its reasoning.
   *
   * @param kind how much; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput summary(ReasoningSummary kind) {
    return with(draft -> draft.summary = kind);
  }

  /**
   * Sets the service tier.
   *
   * @param tier such as {@code fast} or {@code flex}; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput serviceTier(String tier) {
    return with(draft -> draft.serviceTier = tier);
  }

  /**
   * Sets another working directory.
   *
   * @param directory an existing directory
   * @return the input with the setting
   * @throws IllegalArgumentException if it is not a directory: every command in it would fail
   */
  public TurnInput cwd(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "the turn's working directory is not a directory: " + directory);
    }
    return with(draft -> draft.cwd = directory.toAbsolutePath().normalize());
  }

  /**
   * Sets when Codex asks.
   *
   * @param policy before which actions; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput approvalPolicy(AskForApproval policy) {
    return with(draft -> draft.approvalPolicy = policy);
  }

  /**
   * Sets another sandbox of commands; replaces a permission profile that was set here.
   *
   * @param mode what commands may write
   * @return the input with the setting
   */
  public TurnInput sandbox(SandboxMode mode) {
    return sandbox(SandboxPolicy.of(mode));
  }

  /**
   * Sets another sandbox of commands; replaces a permission profile that was set here.
   *
   * @param policy what commands may write and reach; not null
   * @return the input with the setting
   */
  public TurnInput sandbox(SandboxPolicy policy) {
    return with(
        draft -> {
          draft.sandbox = Objects.requireNonNull(policy, "policy");
          draft.permissionProfile = null;
        });
  }

  /**
   * Sets another permission profile; replaces a sandbox that was set here. On versions without
   * profiles as {@link SessionOptions.Builder#permissionProfile}: what is not available fails the
   * turn as refused.
   *
   * @param id the profile's id; not blank
   * @return the input with the setting
   */
  public TurnInput permissionProfile(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a permission profile's id must not be blank");
    }
    return with(
        draft -> {
          draft.permissionProfile = id;
          draft.sandbox = null;
        });
  }

  /**
   * Sets a JSON Schema for the final message, for this turn.
   *
   * @param schema the schema; copied
   * @return the input with the schema
   */
  public TurnInput outputSchema(JsonNode schema) {
    return with(draft -> draft.outputSchema = schema.deepCopy());
  }

  /**
   * Sets another time limit, for this turn.
   *
   * @param limit longer than zero
   * @return the input with the limit
   */
  public TurnInput timeout(Duration limit) {
    return with(draft -> draft.timeout = SessionOptions.positive("timeout", limit));
  }

  /**
   * {@return a copy that says what becomes of the turn if the thread runs one that the host did not
   * start} Default: {@link TurnAdmission#WAIT}.
   *
   * @param how not null
   */
  public TurnInput admission(TurnAdmission how) {
    return with(draft -> draft.admission = Objects.requireNonNull(how, "how"));
  }

  /** What {@code turn/start} sends, but for the permission profile. */
  TurnStartParams params(String threadId, SessionOptions session) {
    return with(draft -> {
          draft.effort = set.effort == null ? session.effort() : set.effort;
          draft.summary = set.summary == null ? session.summary() : set.summary;
        })
        .params(threadId);
  }

  /** The same input, with the effort and summary of settings where it has none of its own. */
  TurnInput or(TurnInput settings) {
    return with(
        draft -> {
          draft.effort = set.effort == null ? settings.set.effort : set.effort;
          draft.summary = set.summary == null ? settings.set.summary : set.summary;
        });
  }

  /** What is set here, and nothing of the session's. */
  TurnStartParams params(String threadId) {
    return new TurnStartParams(
        threadId,
        set.parts,
        set.model,
        set.effort,
        set.summary,
        set.serviceTier,
        set.cwd == null ? null : set.cwd.toString(),
        set.approvalPolicy,
        set.sandbox,
        null,
        set.outputSchema);
  }

  /** {@return whether anything but the parts is set, so that it cannot be used to steer} */
  public boolean hasSettings() {
    return set.model != null
        || set.effort != null
        || set.summary != null
        || set.serviceTier != null
        || set.cwd != null
        || set.approvalPolicy != null
        || set.sandbox != null
        || set.permissionProfile != null
        || set.outputSchema != null
        || set.timeout != null;
  }

  /** {@return the user's parts, in order} */
  public List<UserInput> parts() {
    return set.parts;
  }

  /** {@return the model, if set} */
  public Optional<String> model() {
    return Optional.ofNullable(set.model);
  }

  /** {@return the reasoning effort, if set} */
  public Optional<String> effort() {
    return Optional.ofNullable(set.effort);
  }

  /** The permission profile's id; {@code null} when none is set. */
  String permissionProfile() {
    return set.permissionProfile;
  }

  /** {@return the schema of the final message, if set} */
  public Optional<JsonNode> outputSchema() {
    return Optional.ofNullable(set.outputSchema);
  }

  /** {@return what becomes of the turn if the thread runs one that the host did not start} */
  public TurnAdmission admission() {
    return set.admission;
  }

  /** {@return the time limit, if set} */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(set.timeout);
  }

  /** An input while it is changed. */
  private static final class Draft implements Cloneable {
    private List<UserInput> parts = List.of();
    private String model;
    private String effort;
    private ReasoningSummary summary;
    private String serviceTier;
    private Path cwd;
    private AskForApproval approvalPolicy;
    private SandboxPolicy sandbox;
    private String permissionProfile;
    private JsonNode outputSchema;
    private Duration timeout;
    private TurnAdmission admission = TurnAdmission.WAIT;

    @Override
    protected Draft clone() {
      try {
        return (Draft) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
