package dev.talaria.cli.view;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.session.Codex;
import dev.talaria.viewer.SessionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria view}: writes a session as one HTML file. Belongs to one thread. */
@Command(
    name = "view",
    description = "Writes a session as one HTML file that needs no network and no other file.",
    footer = {
      "",
      "FILE is a recording of Talaria, or a rollout, the file in which Codex keeps a thread",
      "(rollout-*.jsonl below sessions/ in its home). The page has what the file has: look at it",
      "before you send it to somebody.",
      "",
      "Exit codes: 0 fine, 1 some line could not be read or Codex refused, 2 misuse,",
      "3 Codex missing or too old (--thread)."
    })
public final class ViewCommand extends ConsoleCommand {

  /** What is shown; one of the two. */
  static final class Session {
    @Parameters(paramLabel = "FILE", description = "A recording or a rollout.")
    private Path file;

    @Option(
        names = "--thread",
        paramLabel = "ID",
        description = "A thread that Codex keeps, as 'talaria threads list' names it.")
    private String thread;
  }

  @ArgGroup(multiplicity = "1")
  private Session session;

  @Option(
      names = "--html",
      paramLabel = "OUT",
      required = true,
      description = "Where the page goes; a file that is there is replaced.")
  private Path html;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "What 'talaria run --audit' wrote meanwhile: who decided approvals, and why.")
  private Path audit;

  @Mixin private CodexSelection selection;

  @Override
  public Integer call() throws IOException {
    if (Files.isDirectory(html)) {
      throw misuse("view: " + html + " is a directory; name a file for the page");
    }
    if (session.thread != null && audit != null) {
      throw misuse("view: a stored thread has no approvals; --audit goes with a recording");
    }
    if (session.thread != null) {
      try (Codex codex = Codex.launch(selection.options().build())) {
        return told(SessionPage.write(codex.threads(), session.thread, html));
      }
    }
    if (!Files.isRegularFile(session.file)) {
      throw misuse("view: " + session.file + " is not a file; name a recording or a rollout");
    }
    if (Files.exists(html) && Files.isSameFile(session.file, html)) {
      throw misuse("view: the page would replace " + session.file + "; name another file");
    }
    return told(
        audit == null
            ? SessionPage.write(session.file, html)
            : SessionPage.write(session.file, audit, html));
  }

  private int told(SessionPage.Report report) throws IOException {
    for (String problem : report.problems()) {
      say("view: skipped " + VisibleText.onOneLine(Redaction.redact(problem), 300));
    }
    say(
        "view: %d items, %d KB in %s"
            .formatted(
                report.items(), Files.size(html) / 1024, VisibleText.onOneLine(html.toString())));
    return report.badLines() == 0 ? FINE : FAILED;
  }
}
