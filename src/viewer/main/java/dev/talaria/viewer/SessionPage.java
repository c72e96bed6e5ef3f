package dev.talaria.viewer;

import dev.talaria.base.TalariaException;
import dev.talaria.session.CodexThreads;
import dev.talaria.viewer.model.Decisions;
import dev.talaria.viewer.model.SessionModel;
import dev.talaria.viewer.page.PageWriter;
import dev.talaria.viewer.source.SessionFile;
import dev.talaria.viewer.source.StoredSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a session as one HTML file that needs no network, no server and no other file.
 *
 * <p>Stateless and safe for use by many threads. A session of any size takes little memory. The
 * file is there when it is whole; one that was there before is replaced then.
 */
public final class SessionPage {

  private static final int BUFFER = 1024 * 1024;

  /**
   * What was written.
   *
   * @param items how many items the page has, turns among them
   * @param badLines how many lines could not be read
   * @param problems why, of the first of them
   */
  public record Report(long items, long badLines, List<String> problems) {}

  private interface Reader {
    SessionFile.BadLines read(SessionModel model) throws IOException;
  }

  private SessionPage() {}

  /**
   * Writes the page of a recording of Talaria, or of a rollout, the file in which Codex keeps a
   * thread.
   *
   * @param session the recording ({@code docs/recordings.md}) or rollout ({@code rollout-*.jsonl})
   * @param html where the page goes
   * @return what was written; lines that cannot be read are left out and named
   * @throws IOException if the session cannot be read or the page not be written
   */
  public static Report write(Path session, Path html) throws IOException {
    return write(session, Decisions.none(), html);
  }

  /**
   * Writes the page of a recording, on which approvals say which rule or handler decided them.
   *
   * @param session the recording
   * @param audit the file that {@link dev.talaria.approval.AuditFile} wrote meanwhile
   * @param html where the page goes
   * @return what was written; lines that cannot be read are left out and named
   * @throws IOException if a file cannot be read or the page not be written
   */
  public static Report write(Path session, Path audit, Path html) throws IOException {
    return write(session, Decisions.read(audit), html);
  }

  private static Report write(Path session, Decisions decisions, Path html) throws IOException {
    String name = String.valueOf(session.getFileName());
    return write(name, html, decisions, model -> SessionFile.read(session, model));
  }

  /**
   * Writes the page of a thread that Codex keeps, with those of its sub-agents. It has no approvals
   * and no tokens, which Codex does not keep with a thread.
   *
   * @param threads of the Codex that keeps it
   * @param threadId the thread
   * @param html where the page goes
   * @return what was written
   * @throws IOException if the page cannot be written
   * @throws TalariaException if Codex does not know the thread
   */
  public static Report write(CodexThreads threads, String threadId, Path html) throws IOException {
    return write(
        threadId,
        html,
        Decisions.none(),
        model -> {
          StoredSession.read(threads, threadId, model);
          model.end();
          return new SessionFile.BadLines(0, List.of());
        });
  }

  private static Report write(String name, Path html, Decisions decisions, Reader reader)
      throws IOException {
    Path folder = html.toAbsolutePath().getParent();
    Path whole = Files.createTempFile(folder, ".talaria-view", ".html");
    try {
      Report report;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole), BUFFER)) {
        PageWriter page = new PageWriter(out);
        SessionModel model = new SessionModel(page, decisions);
        SessionFile.BadLines bad = reader.read(model);
        page.end(name, bad.first());
        report = new Report(model.items(), bad.count(), bad.first());
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      Files.move(whole, html, StandardCopyOption.REPLACE_EXISTING);
      return report;
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
