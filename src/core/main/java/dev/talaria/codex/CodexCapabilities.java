package dev.talaria.codex;

import java.util.Arrays;
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
}
