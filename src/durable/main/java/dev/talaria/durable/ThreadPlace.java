package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;

/**
 * Where a thread lives, and works. It is kept with the run: a worker that took home and workspace
 * from its own configuration would continue with the run in another place. Immutable.
 *
 * @param machine the name that the host gives to the machine whose Codex has the thread
 * @param home the {@code CODEX_HOME} there; absolute
 * @param workspace the working directory there; absolute
 */
public record ThreadPlace(String machine, String home, String workspace) {

  /**
   * Checks that nothing is missing.
   *
   * @param machine not blank
   * @param home an absolute path
   * @param workspace an absolute path
   * @throws IllegalArgumentException if one is missing or a path is not absolute
   */
  @JsonCreator
  public ThreadPlace(
      @JsonProperty("machine") String machine,
      @JsonProperty("home") String home,
      @JsonProperty("workspace") String workspace) {
    this.machine = Words.required("the machine of a thread", machine);
    this.home = absolute("the CODEX_HOME", home);
    this.workspace = absolute("the workspace", workspace);
  }

  private static String absolute(String what, String path) {
    if (!Words.required(what, path).startsWith("/") && !Path.of(path).isAbsolute()) {
      throw new IllegalArgumentException(
          what + " must be an absolute path, because another worker may continue: " + path);
    }
    return path;
  }
}
