package dev.talaria.session.thread;

import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.v2.SandboxMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The permission profiles that Codex defines itself, and the sandbox modes that they stand for. */
public enum BuiltInProfile {
  READ_ONLY(":read-only", ":read-only", SandboxMode.READ_ONLY),
  WORKSPACE(":workspace", ":workspace", SandboxMode.WORKSPACE_WRITE),
  FULL_ACCESS(":danger-full-access", ":danger-no-sandbox", SandboxMode.DANGER_FULL_ACCESS);

  private final String id;
  private final String formerId;
  private final SandboxMode sandbox;

  BuiltInProfile(String id, String formerId, SandboxMode sandbox) {
    this.id = id;
    this.formerId = formerId;
    this.sandbox = sandbox;
  }

  /** The profile that any version calls so. */
  public static Optional<BuiltInProfile> of(String id) {
    return Arrays.stream(values())
        .filter(profile -> profile.id.equals(id) || profile.formerId.equals(id))
        .findFirst();
  }

  /** The ids in a version, for a message. */
  public static String ids(CodexVersion version) {
    return Arrays.stream(values())
        .map(profile -> profile.idIn(version))
        .collect(Collectors.joining(", "));
  }

  /** The id in the newest version. */
  public String id() {
    return id;
  }

  /** The id in a version; one without profiles has the sandbox modes, and either id is good. */
  public String idIn(CodexVersion version) {
    return CodexCapability.PERMISSIONS_AS_OBJECT.isIn(version)
            && !CodexCapability.FULL_ACCESS_PROFILE_RENAMED.isIn(version)
        ? formerId
        : id;
  }

  /** What the profile is on a version without profiles. */
  public SandboxMode sandbox() {
    return sandbox;
  }
}
