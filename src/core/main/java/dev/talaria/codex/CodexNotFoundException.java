package dev.talaria.codex;

import dev.talaria.base.TalariaException;

/**
 * There is no Codex that can be run: nothing by that name, or a file that is not executable.
 *
 * <p>The message names what was looked for and how to install Codex. Immutable.
 */
public class CodexNotFoundException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public CodexNotFoundException(String message) {
    super(message);
  }

  public CodexNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
