package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;

/**
 * Somebody else changed a file between our reading and our writing; it holds their text, not ours.
 *
 * <p>Immutable. Whoever catches it may read the file again and merge once more.
 */
public final class ConcurrentEditException extends MigrationException {

  private static final long serialVersionUID = 1L;

  ConcurrentEditException(String message) {
    super(message);
  }
}
