package dev.talaria.migration;

import java.util.Set;

/** Names of permission profiles. Stateless. */
final class Permissions {

  private static final Set<String> BUILT_IN =
      Set.of("workspace", "read-only", "danger-full-access", "danger-no-sandbox");

  private Permissions() {}

  /** With the colon that Codex's own profiles have; any other name is the user's. */
  static String named(String profile) {
    if (profile.isBlank() || !profile.equals(profile.strip())) {
      throw new MigrationException("the permission profile '" + profile + "' is no name");
    }
    return BUILT_IN.contains(profile) ? ":" + profile : profile;
  }
}
