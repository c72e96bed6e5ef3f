package dev.talaria.migration.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The steps of replacing a file, in their order.
 *
 * <p>Immutable. Up to and including {@link #RENAME} a failure leaves the old file.
 */
public enum WriteStep {
  /** The temporary file is made. */
  CREATE,
  /** It gets the owner, group and mode of the file that it shall replace. */
  ATTRIBUTES,
  WRITE,
  FSYNC,
  /** The file is compared with what the caller last read. */
  COMPARE,
  RENAME,
  FSYNC_FOLDER;

  /** Called before each step; lets a test fail or end the process there. */
  @FunctionalInterface
  public interface Observer {

    /** Sees nothing. */
    Observer NONE = (step, temporary) -> {};

    /**
     * Called by the thread that writes.
     *
     * @param temporary the temporary file, which does not exist before {@link #CREATE}
     * @throws IOException as if the step had failed
     */
    void before(WriteStep step, Path temporary) throws IOException;
  }
}
