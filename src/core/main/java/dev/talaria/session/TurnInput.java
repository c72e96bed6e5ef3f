package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.internal.ExtraFields;
import dev.talaria.base.internal.Limits;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.v2.AdditionalContextEntry;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.CollaborationMode;
import dev.talaria.protocol.v2.Personality;
import dev.talaria.protocol.v2.ReasoningSummary;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.protocol.v2.TurnEnvironmentParams;
import dev.talaria.protocol.v2.TurnStartParams;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private static final String KEY = "clientUserMessageId";
  private static final String MODE = "collaborationMode";
  private static final String SANDBOX = "sandboxPolicy";
  static final String ENVIRONMENTS = "environments";

  /** The names for {@link #extra}. */
  static final ExtraFields EXTRA =
      new ExtraFields(
          "TurnInput",
          RequestFields.TURN_START,
          Map.of(
              "sandboxPolicy", "sandbox",
              "permissions", "permissionProfile",
              "clientUserMessageId", "key",
              "input", "of",
              "threadId", ""));

  private static final TurnInput NONE =
      new TurnInput(List.of(), Map.of(), null, null, false, TurnAdmission.WAIT);

  private final List<InputPart> parts;

  /** What is sent as it is, by the names of {@code turn/start}. */
  private final Map<String, Object> fields;

  private final String permissionProfile;
  private final Duration timeout;
  private final boolean once;
  private final TurnAdmission admission;

  private TurnInput(
      List<InputPart> parts,
      Map<String, Object> fields,
      String permissionProfile,
      Duration timeout,
      boolean once,
      TurnAdmission admission) {
    this.parts = parts;
    this.fields = fields;
    this.permissionProfile = permissionProfile;
    this.timeout = timeout;
    this.once = once;
    this.admission = admission;
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
    return of(List.of(new InputPart.Text(text)));
  }

  /**
   * {@return an input of parts of any kind, such as a picture without a text}
   *
   * @param parts at least one; copied
   * @throws IllegalArgumentException if there is no part, or the texts are too long
   */
  public static TurnInput of(List<InputPart> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a turn needs at least one part of input");
    }
    return NONE.parts(List.copyOf(parts));
  }

  /** No input of the user: the turn in which Codex shortens a thread's history. */
  static TurnInput none() {
    return NONE;
  }

  /** {@return settings alone, without input, for {@link CodexSession#settings}} */
  public static TurnInput settings() {
    return none();
  }

  private TurnInput parts(List<InputPart> all) {
    long length =
        all.stream()
            .filter(InputPart.Text.class::isInstance)
            .map(part -> ((InputPart.Text) part).text())
            .mapToLong(text -> text.codePointCount(0, text.length()))
            .sum();
    if (length > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "the input has " + length + " characters, and Codex takes at most " + MAX_CHARACTERS);
    }
    return new TurnInput(all, fields, permissionProfile, timeout, once, admission);
  }

  private TurnInput plus(InputPart part) {
    return parts(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /** With another value of a field; {@code null} takes it out. */
  private TurnInput field(String name, Object value) {
    return fields(ExtraFields.with(fields, name, value));
  }

  private TurnInput fields(Map<String, Object> all) {
    return new TurnInput(parts, all, permissionProfile, timeout, once, admission);
  }

  /** With a field of settings, where it has none of its own. */
  private TurnInput or(String name, Object value) {
    return fields.containsKey(name) ? this : field(name, value);
  }

  /**
   * Adds a picture file.
   *
   * @param file the picture; Codex reads it when the turn starts
   * @return the input with the picture
   */
  public TurnInput image(Path file) {
    return plus(new InputPart.LocalImage(file.toAbsolutePath().toString()));
  }

  /**
   * Adds a picture as a {@code data:} URL; up to 0.142.0 also as an {@code http(s):} URL, which
   * fails the turn as refused where Codex does not take it.
   *
   * @param url such as {@code data:image/png;base64,…}
   * @return the input with the picture
   * @throws IllegalArgumentException if it is neither
   */
  public TurnInput image(String url) {
    return plus(new InputPart.Image(imageUrl(url)));
  }

  /**
   * The URL, if it is one of a picture.
   *
   * @throws IllegalArgumentException if not; the message shows how it begins
   */
  private static String imageUrl(String url) {
    return isRemote(url) ? url : dataUrl("image", url);
  }

  private static String dataUrl(String kind, String url) {
    if (starts(url, "data:" + kind + "/") && url.indexOf(',') > 0) {
      return url;
    }
    throw new IllegalArgumentException(
        "%s: expected data:%s/<type>;base64,<data>, got '%s'; for a file give its Path"
            .formatted(kind, kind, url.substring(0, Math.min(SHOWN_OF_URL, url.length()))));
  }

  /** Whether it would have to be fetched. */
  static boolean isRemote(String url) {
    return starts(url, "http://") || starts(url, "https://");
  }

  private static boolean starts(String url, String prefix) {
    return url.length() > prefix.length() && url.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /**
   * Adds a sound file (since 0.145.0). Codex tells the model instead when the file cannot be read
   * or the model takes no sound. Versions without sounds fail the turn as refused.
   *
   * @param file the sound, such as a WAV; Codex reads it when the turn starts
   * @return the input with the sound
   */
  public TurnInput audio(Path file) {
    return plus(new InputPart.LocalAudio(file.toAbsolutePath().toString()));
  }

  /**
   * Adds a sound as a {@code data:} URL, otherwise as {@link #audio(Path)}.
   *
   * @param url such as {@code data:audio/wav;base64,…}
   * @return the input with the sound
   * @throws IllegalArgumentException if it is not one
   */
  public TurnInput audio(String url) {
    return plus(new InputPart.Audio(dataUrl("audio", url), null));
  }

  /**
   * Adds another text.
   *
   * @param more a text of the user
   * @return the input with the text
   * @throws IllegalArgumentException if the texts are too long together
   */
  public TurnInput text(String more) {
    return plus(new InputPart.Text(more));
  }

  /**
   * Gives the model a skill: its name, and its {@code SKILL.md}.
   *
   * @param name the skill's name
   * @param file its {@code SKILL.md}
   * @return the input with the skill
   */
  public TurnInput skill(String name, Path file) {
    return plus(new InputPart.Skill(name, file.toAbsolutePath().toString()));
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
    return plus(new InputPart.Mention(name, path));
  }

  /**
   * Sets another model.
   *
   * @param id the model's id; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput model(String id) {
    return field("model", id);
  }

  /**
   * Sets another reasoning effort.
   *
   * @param level such as {@code low} or {@code high}; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput effort(String level) {
    return field("effort", level);
  }

  /**
   * Sets how the model summarizes its reasoning.
   *
   * @param kind how much; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput summary(ReasoningSummary kind) {
    return field("summary", kind);
  }

  /**
   * Sets the service tier.
   *
   * @param tier such as {@code fast} or {@code flex}; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput serviceTier(String tier) {
    return field("serviceTier", tier);
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
    return field("cwd", directory.toAbsolutePath().normalize().toString());
  }

  /**
   * Sets when Codex asks.
   *
   * @param policy before which actions; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput approvalPolicy(AskForApproval policy) {
    return field("approvalPolicy", policy);
  }

  /**
   * Sets another sandbox of commands; replaces a permission profile that was set here.
   *
   * @param mode what commands may write
   * @return the input with the setting
   */
  public TurnInput sandbox(SandboxMode mode) {
    return sandbox(policy(mode));
  }

  /**
   * Sets another sandbox of commands; replaces a permission profile that was set here.
   *
   * @param policy what commands may write and reach; not null
   * @return the input with the setting
   * @throws IllegalArgumentException if a writable root is not absolute
   */
  public TurnInput sandbox(SandboxPolicy policy) {
    if (policy instanceof SandboxPolicy.WorkspaceWrite write) {
      for (String root : write.writableRoots()) {
        if (!Path.of(root).isAbsolute()) {
          throw new IllegalArgumentException(
              "writableRoots takes absolute paths, not '" + root + "'");
        }
      }
    }
    Map<String, Object> all =
        ExtraFields.with(fields, SANDBOX, Objects.requireNonNull(policy, "policy"));
    return new TurnInput(parts, all, null, timeout, once, admission);
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
    Map<String, Object> all = ExtraFields.with(fields, SANDBOX, null);
    return new TurnInput(parts, all, id, timeout, once, admission);
  }

  /** What a sandbox mode means, with nothing added. */
  static SandboxPolicy policy(SandboxMode mode) {
    return switch (mode) {
      case READ_ONLY -> SandboxPolicy.ReadOnly.of();
      case WORKSPACE_WRITE -> SandboxPolicy.WorkspaceWrite.of();
      case DANGER_FULL_ACCESS -> SandboxPolicy.DangerFullAccess.of();
      case UNRECOGNIZED -> throw new IllegalArgumentException("a sandbox mode is needed");
    };
  }

  /**
   * Sets the tone in which the model writes.
   *
   * @param tone {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput personality(Personality tone) {
    return field("personality", tone);
  }

  /**
   * Sets how the model works with the user, such as plan mode; with the experimental API. Its
   * settings take precedence over {@link #model} and {@link #effort}, and it stays for the later
   * turns until another mode is set, such as that of {@code ModeKind.DEFAULT}.
   *
   * @param mode {@code null} takes the setting out again
   * @return the input with the setting
   * @throws IllegalArgumentException if its model is blank
   */
  public TurnInput collaborationMode(CollaborationMode mode) {
    if (mode != null && mode.settings().model().isBlank()) {
      throw new IllegalArgumentException(
          "a collaboration mode needs a model, for instance the session's: session.model()");
    }
    return field(MODE, mode);
  }

  /**
   * Lets the model know something beside the prompt, which does not count as the user's words; for
   * this turn, since 0.135.0, with the experimental API. What the thread has been told under a
   * source with the same words is not told again.
   *
   * @param source where it is from, such as {@code ide}; replaces what the same source said here
   * @param context the text, and how far the model may trust it: {@code APPLICATION} are the host's
   *     own words, a developer message for the model; {@code UNTRUSTED} are others', such as a web
   *     page, which 0.169.0 gives to the model as a tool's output. A name labels an untrusted text
   *     since 0.166.0
   * @return the input with the context
   */
  public TurnInput additionalContext(String source, AdditionalContextEntry context) {
    Objects.requireNonNull(context, "context");
    return fields(ExtraFields.withEntry(fields, "additionalContext", source, context));
  }

  /**
   * Sets where commands run, with the experimental API; for an empty list the model can run none.
   * Up to 0.130.0 for this turn alone.
   *
   * @param choice the current one first: directories there are absolute, the id {@code local} is
   *     the app-server's machine, and Codex refuses an id that it does not know; the workspace is
   *     {@code cwd} unless it is set, since 0.153.4; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput environments(List<TurnEnvironmentParams> choice) {
    return field(ENVIRONMENTS, choice == null ? null : List.copyOf(choice));
  }

  /**
   * Sets the directories that count as the workspace, which a workspace-write sandbox lets commands
   * write; since 0.131.0, with the experimental API.
   *
   * @param roots directories; {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput runtimeWorkspaceRoots(List<Path> roots) {
    return field("runtimeWorkspaceRoots", roots == null ? null : SessionOptions.absolute(roots));
  }

  /**
   * Sets the service tier of this turn alone; since 0.151.0.
   *
   * @param tier such as {@code priority} or {@code flex}, {@code default} for the standard one;
   *     {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput serviceTierForTurn(String tier) {
    return field("serviceTierForTurn", tier);
  }

  /**
   * Sets whom Codex asks.
   *
   * @param reviewer {@code null} takes the setting out again
   * @return the input with the setting
   */
  public TurnInput approvalsReviewer(ApprovalsReviewer reviewer) {
    return field("approvalsReviewer", reviewer);
  }

  /**
   * Sends a field of {@code turn/start} for which there is no option, as it is. Codex ignores a
   * field that it does not know.
   *
   * @param field the field's name in the protocol
   * @param value any JSON, copied; {@code null} takes the field out again
   * @return the input with the field
   * @throws IllegalArgumentException if there is an option for it, which the message names, or
   *     Talaria sets it itself
   */
  public TurnInput extra(String field, JsonNode value) {
    return field(EXTRA.checked(field), value == null ? null : value.deepCopy());
  }

  /**
   * Sets a JSON Schema for the final message, for this turn.
   *
   * @param schema the schema; copied
   * @return the input with the schema
   */
  public TurnInput outputSchema(JsonNode schema) {
    return field("outputSchema", schema.deepCopy());
  }

  /**
   * Sets another time limit, for this turn.
   *
   * @param limit longer than zero
   * @return the input with the limit
   */
  public TurnInput timeout(Duration limit) {
    return new TurnInput(
        parts, fields, permissionProfile, Limits.positive("timeout", limit), once, admission);
  }

  /**
   * Gives the prompt a key of the host's, by which {@link CodexSession#findTurn} finds its turn, in
   * a later process, too. Codex keeps it with the user's message and does not look at it: the same
   * key may be sent twice, unless it is sent by {@link #once}.
   *
   * <p>From 0.136.0 on; before, such a turn fails as refused and is not sent.
   *
   * @param text not blank; unique in its thread, such as the id of a job's step
   * @return the input with the key
   * @throws IllegalArgumentException if the key is blank
   */
  public TurnInput key(String text) {
    return keyed(text, false);
  }

  /**
   * Gives the prompt a key, and has it sent only if the thread has no turn with this key yet. If it
   * has one, {@link CodexSession#startTurn} returns that turn instead, with its result; what this
   * input says besides the key is not used then.
   *
   * <p>So a prompt can be repeated after a crash: it is for a host that does not know whether its
   * previous process had sent it. A turn that was cut off by the crash is {@linkplain
   * TurnStatus#INTERRUPTED interrupted}, and is not begun again.
   *
   * @param key as for {@link #key(String)}
   * @return the input with the key
   * @throws IllegalArgumentException if the key is blank
   */
  public TurnInput once(String key) {
    return keyed(key, true);
  }

  private TurnInput keyed(String key, boolean once) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("the key of a prompt must not be blank");
    }
    Map<String, Object> all = ExtraFields.with(fields, KEY, key);
    return new TurnInput(parts, all, permissionProfile, timeout, once, admission);
  }

  /**
   * {@return a copy that says what happens to the turn if the thread runs one that the host did not
   * start} Default: {@link TurnAdmission#WAIT}.
   *
   * @param how not null
   */
  public TurnInput admission(TurnAdmission how) {
    return new TurnInput(
        parts, fields, permissionProfile, timeout, once, Objects.requireNonNull(how, "how"));
  }

  /** What {@code turn/start} sends, but for the permission profile. */
  TurnStartParams params(String threadId, SessionOptions session) {
    return or("effort", session.effort())
        .or("summary", session.summary())
        // A resumed thread has forgotten them, and thread/resume does not take them.
        .or(ENVIRONMENTS, session.environments())
        .params(threadId);
  }

  /** The same input, with the effort and summary of settings where it has none of its own. */
  TurnInput or(TurnInput settings) {
    return or("effort", settings.fields.get("effort"))
        .or("summary", settings.fields.get("summary"));
  }

  /** What is set here, and nothing of the session's. */
  TurnStartParams params(String threadId) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("threadId", threadId);
    params.put("input", parts);
    params.putAll(fields);
    Object effort = fields.get("effort");
    if (effort != null
        && fields.get(MODE) instanceof CollaborationMode mode
        && mode.settings().reasoningEffort().isEmpty()) {
      // A mode without an effort of its own would put the thread back to the model's default.
      params.put(
          MODE,
          CollaborationMode.of(mode.mode(), mode.settings().reasoningEffort((String) effort)));
    }
    return new TurnStartParams(Wire.tree(params));
  }

  /** {@return whether anything but the parts is set, so that it cannot be used to steer} */
  public boolean hasSettings() {
    return !fields.isEmpty() || permissionProfile != null || timeout != null;
  }

  /** {@return the user's parts, in order} */
  public List<InputPart> parts() {
    return parts;
  }

  /** {@return the model, if set} */
  public Optional<String> model() {
    return Optional.ofNullable((String) fields.get("model"));
  }

  /** {@return the reasoning effort, if set} */
  public Optional<String> effort() {
    return Optional.ofNullable((String) fields.get("effort"));
  }

  /** The permission profile's id; {@code null} when none is set. */
  String permissionProfile() {
    return permissionProfile;
  }

  /** {@return the schema of the final message, if set} */
  public Optional<JsonNode> outputSchema() {
    return Optional.ofNullable((JsonNode) fields.get("outputSchema"));
  }

  /** {@return the key, if set} */
  public Optional<String> key() {
    return Optional.ofNullable((String) fields.get(KEY));
  }

  /** The same input, without a key. */
  TurnInput withoutKey() {
    return field(KEY, null);
  }

  /** Whether it is sent only if the thread has no turn with its key. */
  boolean isOnce() {
    return once;
  }

  /** {@return what happens to the turn if the thread runs one that the host did not start} */
  public TurnAdmission admission() {
    return admission;
  }

  /** {@return the time limit, if set} */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }
}
