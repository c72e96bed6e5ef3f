package dev.talaria.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.wire.WireJson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the outcome of each request as one line of JSON: who asked for what, who decided what, and
 * how long it took.
 *
 * <p>Appends to the file, which gets mode 0600 where the file system has modes. Secrets are masked;
 * what a person filled in is left out. Safe for use by many threads; lines are whole, also those of
 * several processes on a local file system.
 */
public final class AuditFile implements Consumer<ApprovalOutcome>, AutoCloseable {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** ASCII only, so that nothing in a line steers the terminal that shows it. */
  private static final ObjectWriter JSON =
      WireJson.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  // No channel: an interrupt of the thread that happens to write would close that.
  private final FileOutputStream out;

  private AuditFile(FileOutputStream out) {
    this.out = out;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param file the file, in a directory that exists; what it holds stays
   * @return the file, open; close it
   * @throws TalariaException if it cannot be written
   */
  public static AuditFile open(Path file) {
    try {
      makeForOwnerOnly(file.toAbsolutePath());
      return new AuditFile(new FileOutputStream(file.toFile(), true));
    } catch (IOException e) {
      throw new TalariaException(
          "cannot write the audit file " + file + ": " + e + "; give a path that can be written",
          e);
    }
  }

  private static void makeForOwnerOnly(Path file) throws IOException {
    boolean modes =
        Files.getFileStore(file.getParent())
            .supportsFileAttributeView(PosixFileAttributeView.class);
    if (!modes) {
      return;
    }
    if (Files.exists(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    } else {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
  }

  /**
   * Writes a line.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public synchronized void accept(ApprovalOutcome outcome) {
    try {
      String line = JSON.writeValueAsString(AuditLine.of(outcome)) + "\n";
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome could not be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the audit file could not be written", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the audit file could not be closed", e);
    }
  }
}
