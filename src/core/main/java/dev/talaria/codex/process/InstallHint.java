package dev.talaria.codex.process;

import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import java.nio.file.Path;

/**
 * The messages for a Codex that cannot be used, each ending in how to get one that can.
 *
 * <p>Stateless.
 */
public final class InstallHint {

  static final String COMMAND = "npm i -g @openai/codex";

  private InstallHint() {}

  public static CodexNotFoundException missing(String name, String why, Throwable cause) {
    return new CodexNotFoundException(
        "codex was not found at '%s': %s. Install it with: %s, or with: talaria codex install"
            .formatted(name, why, COMMAND),
        cause);
  }

  public static CodexNotFoundException notExecutable(Path file, Throwable cause) {
    return new CodexNotFoundException(
        "codex at '%s' is not an executable file. Correct its permissions or install it with: %s"
            .formatted(file, COMMAND),
        cause);
  }

  /** Of a Codex that does not tell its version: {@code what} it did instead. */
  static CodexVersionException noVersion(Path file, String what, Throwable cause) {
    return new CodexVersionException(
        "'%s --version' %s. See that this file is Codex, or install one with: %s"
            .formatted(file, what, COMMAND),
        cause);
  }

  public static CodexVersionException tooOld(CodexVersion found) {
    return new CodexVersionException(
        "codex " + found + " is older than required " + CodexVersion.MINIMUM + ". Run: " + COMMAND);
  }
}
