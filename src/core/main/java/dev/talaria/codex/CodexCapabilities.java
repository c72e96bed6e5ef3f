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

  /**
   * For tests of what depends on a capability; {@link #of} gives those of a version.
   *
   * @param version the version
   * @param present copied
   */
  public CodexCapabilities {
    present = Set.copyOf(present);
  }

  /**
   * {@return what is known of a version; one that is newer than all known is taken for the newest}
   *
   * @param version any version, also one that Talaria refuses to run
   */
  public static CodexCapabilities of(CodexVersion version) {
    return new CodexCapabilities(
        version,
        Arrays.stream(CodexCapability.values())
            .filter(capability -> capability.isIn(version))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * {@return whether it holds in this version}
   *
   * @param capability what is asked about
   */
  public boolean has(CodexCapability capability) {
    return present.contains(capability);
  }
}
