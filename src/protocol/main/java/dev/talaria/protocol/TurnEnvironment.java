package dev.talaria.protocol;

import java.util.List;
import java.util.Objects;

/**
 * Where commands run: an environment that the app-server knows by its id, and the directories in it
 * (an element of {@code environments} of {@code thread/start} and {@code turn/start},
 * experimental). Immutable. Source: the schemas; Codex refuses an id that it does not know.
 *
 * @param environmentId such as {@code local}, the machine of the app-server
 * @param cwd the working directory there, absolute
 * @param runtimeWorkspaceRoots the workspace there, absolute paths (since 0.153.4, before they are
 *     ignored); {@code null} for {@code cwd}
 */
public record TurnEnvironment(
    String environmentId, String cwd, List<String> runtimeWorkspaceRoots) {

  /**
   * Checks the components.
   *
   * @param environmentId not null
   * @param cwd not null
   * @param runtimeWorkspaceRoots copied; may be null
   */
  public TurnEnvironment {
    Objects.requireNonNull(environmentId, "environmentId");
    Objects.requireNonNull(cwd, "cwd");
    runtimeWorkspaceRoots =
        runtimeWorkspaceRoots == null ? null : List.copyOf(runtimeWorkspaceRoots);
  }

  /**
   * {@return an environment whose workspace is its working directory}
   *
   * @param environmentId such as {@code local}
   * @param cwd the working directory there, absolute
   */
  public static TurnEnvironment of(String environmentId, String cwd) {
    return new TurnEnvironment(environmentId, cwd, null);
  }
}
