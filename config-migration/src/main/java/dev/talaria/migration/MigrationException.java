package dev.talaria.migration;

import dev.talaria.base.TalariaException;

/**
 * A migration was refused or failed, or a host's configuration cannot be read; nothing of the
 * user's was changed.
 */
public class MigrationException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public MigrationException(String message) {
    super(message);
  }

  public MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
