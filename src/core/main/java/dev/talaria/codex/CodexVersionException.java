package dev.talaria.codex;

import dev.talaria.base.TalariaException;

/**
 * A Codex was found, but it is too old or did not report its version.
 *
 * <p>The message names the reason and how to install a current Codex. Immutable.
 */
public class CodexVersionException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /**
   * For code of a host that checks the version itself.
   *
   * @param message what is wrong with the version, and how to install a current Codex
   */
  public CodexVersionException(String message) {
    super(message);
  }

  /**
   * The same, when another failure is the reason.
   *
   * @param message what is wrong with the version, and how to install a current Codex
   * @param cause what failed; {@code null} when unknown
   */
  public CodexVersionException(String message, Throwable cause) {
    super(message, cause);
  }
}
