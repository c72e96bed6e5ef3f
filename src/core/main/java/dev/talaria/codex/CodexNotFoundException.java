package dev.talaria.codex;

import dev.talaria.base.TalariaException;

/**
 * No executable Codex was found: there is no file of that name, or it is not executable.
 *
 * <p>The message names what was looked for and how to install Codex. Immutable.
 */
public class CodexNotFoundException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /**
   * For code of a host that looks for Codex itself.
   *
   * @param message what was looked for, and how to install Codex
   */
  public CodexNotFoundException(String message) {
    super(message);
  }

  /**
   * The same, when another failure is the reason.
   *
   * @param message what was looked for, and how to install Codex
   * @param cause what failed; {@code null} when unknown
   */
  public CodexNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
