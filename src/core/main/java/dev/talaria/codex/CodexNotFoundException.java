package dev.talaria.codex;

import dev.talaria.base.TalariaException;

/**
 * No Codex was found that can be run: nothing has that name, or a file that is not executable.
 *
 * <p>The message names what was looked for and how to install Codex. Immutable.
 */
public class CodexNotFoundException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public CodexNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
