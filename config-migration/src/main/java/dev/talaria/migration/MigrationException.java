package dev.talaria.migration;

import dev.talaria.base.TalariaException;

/**
 * A migration was refused or failed, or a host's configuration cannot be read; nothing of the
 * user's was changed.
 */
public class MigrationException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal without a cause.
   *
   * @param message what was refused, why, and what to do next; without a secret
   */
  public MigrationException(String message) {
    super(message);
  }

  /**
   * A failure with its cause.
   *
   * @param message what failed, why, and what to do next; without a secret
   * @param cause {@code null} if there is none
   */
  public MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
