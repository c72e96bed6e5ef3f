package dev.talaria.codex;

import dev.talaria.base.TalariaException;

/**
 * A Codex was found, but it is too old or would not tell its version.
 *
 * <p>The message names the reason and how to install a current Codex. Immutable.
 */
public class CodexVersionException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public CodexVersionException(String message) {
    super(message);
  }

  public CodexVersionException(String message, Throwable cause) {
    super(message, cause);
  }
}
