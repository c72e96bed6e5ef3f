package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.internal.ExtraFields;
import dev.talaria.protocol.v2.AskForApproval;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@link CodexThreads#fork(String, ForkOptions)} copies, and how the copy differs. By default
 * all turns are copied and nothing differs.
 *
 * <p>Immutable: each method returns a new value. Sandbox and instructions are those of the session
 * that opens the copy: 0.145.0 to 0.169.0 forget a fork's own when it is unloaded (measured). A
 * session also sends its own working directory.
 */
public final class ForkOptions {

  private static final String THROUGH = "lastTurnId";
  private static final String BEFORE = "beforeTurnId";

  /** The names for {@link #extra}. */
  static final ExtraFields EXTRA =
      new ExtraFields(
          "ForkOptions",
          List.of("model", "cwd", "approvalPolicy", "config"),
          Map.of(THROUGH, "through", BEFORE, "before", "threadId", "", "excludeTurns", ""));

  private static final ForkOptions ALL = new ForkOptions(Map.of());

  /** By the names of {@code thread/fork}. */
  private final Map<String, Object> fields;

  private ForkOptions(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** {@return a copy of all turns, with the thread's own settings} */
  public static ForkOptions all() {
    return ALL;
  }

  /**
   * Copies the turns up to this one; replaces {@link #before}.
   *
   * @param turnId a turn of the thread that has ended; the last one in the copy
   * @return options with that end
   */
  public ForkOptions through(String turnId) {
    return with(BEFORE, null).with(THROUGH, Objects.requireNonNull(turnId, "turnId"));
  }

  /**
   * Copies the turns before this one; replaces {@link #through}.
   *
   * @param turnId a turn of the thread, which is not in the copy
   * @return options with that end
   */
  public ForkOptions before(String turnId) {
    return with(THROUGH, null).with(BEFORE, Objects.requireNonNull(turnId, "turnId"));
  }

  /**
   * Sets the copy's model.
   *
   * @param id the model's id; {@code null} for the thread's
   * @return options with the setting
   */
  public ForkOptions model(String id) {
    return with("model", id);
  }

  /**
   * Sets the copy's working directory.
   *
   * @param directory the directory; {@code null} for the thread's
   * @return options with the setting
   */
  public ForkOptions cwd(Path directory) {
    return with("cwd", directory == null ? null : directory.toAbsolutePath().normalize() + "");
  }

  /**
   * Sets when Codex asks in the copy.
   *
   * @param policy before which actions; {@code null} for the thread's
   * @return options with the setting
   */
  public ForkOptions approvalPolicy(AskForApproval policy) {
    return with("approvalPolicy", policy);
  }

  /**
   * Overrides one key of Codex's {@code config.toml} for the copy.
   *
   * @param key the key; dots separate tables
   * @param value a text, a number, a boolean, a list or a map of these; not null
   * @return options with the setting
   */
  public ForkOptions config(String key, Object value) {
    Objects.requireNonNull(value, "value");
    return new ForkOptions(ExtraFields.withEntry(fields, "config", key, value));
  }

  /**
   * Sends another field of {@code thread/fork} as it is. Codex ignores a field that it does not
   * know.
   *
   * @param field the field's name in the protocol
   * @param value any JSON, copied; {@code null} takes the field out again
   * @return options with the field
   * @throws IllegalArgumentException if there is an option for it, which the message names, or
   *     Talaria sets it itself
   */
  public ForkOptions extra(String field, JsonNode value) {
    return with(EXTRA.checked(field), value == null ? null : value.deepCopy());
  }

  private ForkOptions with(String field, Object value) {
    return new ForkOptions(ExtraFields.with(fields, field, value));
  }

  /** Whether the copy is to be as Codex makes it without being told anything. */
  boolean isPlain() {
    return fields.isEmpty();
  }

  /** What {@code thread/fork} sends. */
  Map<String, Object> params(String threadId) {
    Map<String, Object> params = ExtraFields.with(fields, "threadId", threadId);
    return ExtraFields.with(params, "excludeTurns", Boolean.TRUE);
  }
}
