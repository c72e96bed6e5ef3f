package dev.talaria.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The sandbox that {@code turn/start} takes. A {@code null} component is not sent. Immutable.
 *
 * <p>Measured: every version takes the same tagged object there and refuses the words of {@link
 * SandboxMode}.
 *
 * @param type the kind, in camel case
 * @param writableRoots absolute paths of more folders that commands may write to; only for {@code
 *     workspaceWrite}
 * @param networkAccess whether commands have a network; only for {@code workspaceWrite} and {@code
 *     readOnly}, where it is off by default
 */
public record SandboxPolicy(String type, List<String> writableRoots, Boolean networkAccess) {
  /**
   * Checks the components and copies the list.
   *
   * @param type not null
   * @param writableRoots absolute paths; {@code null} for none
   * @param networkAccess {@code null} for what the type has by default
   * @throws IllegalArgumentException if a root is not absolute
   */
  public SandboxPolicy {
    Objects.requireNonNull(type, "type");
    writableRoots = writableRoots == null ? null : List.copyOf(writableRoots);
    for (String root : writableRoots == null ? List.<String>of() : writableRoots) {
      if (!Path.of(root).isAbsolute()) {
        throw new IllegalArgumentException(
            "writableRoots takes absolute paths, not '" + root + "'");
      }
    }
  }

  /**
   * {@return what a sandbox mode means, with nothing added}
   *
   * @param mode not null
   */
  public static SandboxPolicy of(SandboxMode mode) {
    return switch (mode) {
      case READ_ONLY -> new SandboxPolicy("readOnly", null, null);
      case WORKSPACE_WRITE -> new SandboxPolicy("workspaceWrite", null, null);
      case DANGER_FULL_ACCESS -> new SandboxPolicy("dangerFullAccess", null, null);
    };
  }
}
