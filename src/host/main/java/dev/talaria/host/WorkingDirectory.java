package dev.talaria.host;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where a host's session works. Stateless. */
public final class WorkingDirectory {

  /** The variable in which a host may name the directory. */
  public static final String VARIABLE = "TERMINAL_CWD";

  private static final Logger log = LoggerFactory.getLogger(WorkingDirectory.class);

  private WorkingDirectory() {}

  /**
   * {@return the directory of the host's session, or else the one that {@value #VARIABLE} names, or
   * else the process's own, absolute} One that does not exist is left out.
   *
   * @param ofSession as the session has it; empty for none
   * @param environment the variables of the process
   */
  public static Path choose(String ofSession, Map<String, String> environment) {
    for (String name : new String[] {ofSession, environment.getOrDefault(VARIABLE, "")}) {
      if (!name.isBlank()) {
        try {
          Path path = Path.of(name);
          if (Files.isDirectory(path)) {
            return path.toAbsolutePath().normalize();
          }
          log.warn("the working directory {} does not exist; the next one is used", path);
        } catch (InvalidPathException e) {
          log.warn("the working directory is not a path; the next one is used", e);
        }
      }
    }
    return Path.of("").toAbsolutePath();
  }
}
