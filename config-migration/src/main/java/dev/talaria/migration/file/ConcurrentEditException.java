package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;

/**
 * Another program changed a file between our reading and our writing; it holds that text, not ours.
 *
 * <p>Immutable. The file may be read again and merged again.
 */
public final class ConcurrentEditException extends MigrationException {

  private static final long serialVersionUID = 1L;

  ConcurrentEditException(String message) {
    super(message);
  }
}
