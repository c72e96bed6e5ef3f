package dev.talaria.session;

import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.session.thread.BuiltInProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How freely an agent may act, in the terms of hosts: a permission profile, and when Codex asks.
 *
 * <p>Only built-in profiles are used, so every mode works without a definition in {@code
 * config.toml} and, as a sandbox mode, on versions without profiles.
 */
public enum SecurityMode {
  /** Writes in the workspace; asks before it leaves it. */
  AUTO(BuiltInProfile.WORKSPACE, AskForApproval.Name.ON_REQUEST, "auto"),
  /** Reads only; asks before everything else. */
  APPROVAL_REQUIRED(BuiltInProfile.READ_ONLY, AskForApproval.Name.ON_REQUEST, "approval-required"),
  /** No sandbox, and no approvals. */
  UNRESTRICTED(BuiltInProfile.FULL_ACCESS, AskForApproval.Name.NEVER, "unrestricted", "yolo");

  private final BuiltInProfile profile;
  private final AskForApproval approvalPolicy;
  private final List<String> words;

  SecurityMode(BuiltInProfile profile, AskForApproval approvalPolicy, String... words) {
    this.profile = profile;
    this.approvalPolicy = approvalPolicy;
    this.words = List.of(words);
  }

  /**
   * {@return the mode that a host calls so: {@code auto}, {@code approval-required}, {@code
   * unrestricted} or {@code yolo}}
   *
   * @param word the word, exactly
   * @throws IllegalArgumentException if no mode is called so; the message lists the words
   */
  public static SecurityMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.words.contains(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no security mode is called '" + word + "'; there are " + allWords()));
  }

  private static String allWords() {
    return Arrays.stream(values())
        .flatMap(mode -> mode.words.stream())
        .collect(Collectors.joining(", "));
  }

  /** {@return the id of the mode's permission profile, as the newest Codex spells it} */
  public String permissionProfile() {
    return profile.id();
  }

  /** {@return when Codex asks in this mode} */
  public AskForApproval approvalPolicy() {
    return approvalPolicy;
  }

  /** {@return what hosts call this mode, the first word first} Unmodifiable. */
  public List<String> words() {
    return words;
  }
}
