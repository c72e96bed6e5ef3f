package dev.talaria.cli.view;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.turn.SessionSelection;
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

/** {@code talaria view}: a session as one HTML file, or live in the browser. */
@Command(
    name = "view",
    description = {
      "Writes a session as one HTML file that needs no network and no other file (--html), or shows"
          + " sessions in the browser while they happen (--live)."
    },
    footer = {
      "",
      "FILE is a recording of Talaria, or a rollout, the file in which Codex keeps a thread",
      "(rollout-*.jsonl below sessions/ in its home). The page has what the file has: look at it",
      "before you send it to someone. With --html, --audit names what 'talaria run --audit' wrote",
      "at that time: who decided approvals, and why.",
      "",
      "--live shows a new thread, with --thread that one, with --attach all that the server has",
      "loaded. Approvals are answered on the page; they are declined when none is open for a"
          + " minute.",
      "",
      "Exit codes: 0 fine, 1 some line could not be read or Codex refused, 2 misuse,",
      "3 Codex missing or too old."
    })
public final class ViewCommand extends ConsoleCommand {

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A recording or a rollout.")
  private Path file;

  @Option(
      names = "--thread",
      paramLabel = "ID",
      description = "A thread that Codex keeps, as 'talaria threads list' names it.")
  private String thread;

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = "The file for the page. An existing file is replaced.")
  private Path html;

  @ArgGroup(exclusive = false)
  private LiveView live;

  @Mixin private SessionSelection selection;

  @Override
  public Integer call() throws IOException {
    if ((html == null) == (live == null)) {
      throw misuse("view: give --html OUT for a file, or --live for a live page");
    } else if (live != null && file != null) {
      throw misuse("view: a file cannot be shown live; --html makes a page of it");
    } else if (live != null) {
      live.serve(selection, thread, this::say);
      return FINE;
    }
    return write();
  }

  private int write() throws IOException {
    Path audit = selection.audit();
    if ((file == null) == (thread == null)) {
      throw misuse("view: name a FILE, or a thread with --thread");
    }
    if (Files.isDirectory(html)) {
      throw misuse("view: " + html + " is a directory; name a file for the page");
    }
    if (thread != null && audit != null) {
      throw misuse("view: a stored thread has no approvals; --audit goes with a recording");
    }
    if (thread != null) {
      try (Codex codex = selection.connect(selection.options().build())) {
        return told(SessionPage.write(codex.threads(), thread, html));
      }
    }
    if (!Files.isRegularFile(file)) {
      throw misuse("view: " + file + " is not a file; name a recording or a rollout");
    }
    if (Files.exists(html) && Files.isSameFile(file, html)) {
      throw misuse("view: the page would replace " + file + "; name another file");
    }
    return told(
        audit == null ? SessionPage.write(file, html) : SessionPage.write(file, audit, html));
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
