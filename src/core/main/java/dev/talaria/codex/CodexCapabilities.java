package dev.talaria.codex;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one version of Codex can and does where versions differ.
 *
 * <p>Immutable. Derived from the version alone; nothing is asked of a server.
 *
 * @param version the version
 * @param present what holds in it
 */
public record CodexCapabilities(CodexVersion version, Set<CodexCapability> present) {

  public CodexCapabilities {
    present = Set.copyOf(present);
  }

  /** What is known of a version; one that is newer than all known is taken for the newest. */
  public static CodexCapabilities of(CodexVersion version) {
    return new CodexCapabilities(
        version,
        Arrays.stream(CodexCapability.values())
            .filter(capability -> capability.isIn(version))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it holds in this version. */
  public boolean has(CodexCapability capability) {
    return present.contains(capability);
  }

  /** A Markdown table of all capabilities, with a column for each version. */
  public static String table(List<CodexVersion> versions) {
    StringBuilder table = new StringBuilder("| capability | what |");
    versions.forEach(version -> table.append(' ').append(version).append(" |"));
    table.append("\n|---|---|").append("---|".repeat(versions.size())).append('\n');
    for (CodexCapability capability : CodexCapability.values()) {
      table.append("| `").append(capability).append("` | ").append(capability.what()).append(" |");
      versions.forEach(version -> table.append(capability.isIn(version) ? " yes |" : " – |"));
      table.append('\n');
    }
    return table.toString();
  }
}
