package dev.talaria.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.RecordedEvents;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.terminal.VisibleWriter;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code talaria project}: turns a recorded session into the messages that a host would have seen.
 *
 * <p>Belongs to one thread and serves one run. It reads and writes as it goes, so that a recording
 * of any size takes the same memory. Exit codes: 0 fine, 1 some line could not be read or the
 * reading or writing failed, 2 misuse.
 */
@Command(
    name = "project",
    description = "Turns a recorded session into chat messages.",
    footerHeading = "%nA line of FILE is%n",
    footer = {
      "  - a message of the app-server, or",
      "  - {\"t\",\"dir\":\"send|recv\",\"msg\":{...}}, of which only recv counts, or",
      "  - a header with a member \"recording\"."
    })
public final class ProjectCommand extends ConsoleCommand {

  private static final Set<String> METHODS =
      Set.of("item/completed", "turn/started", "turn/completed");

  private static final int REPORTED_BAD_LINES = 100;
  private static final int MAX_REASON = 300;
  private static final int MIN_LINE = 1024 * 1024;
  private static final int MAX_LINE = 64 * 1024 * 1024;

  /** A line takes some ten times its size: its bytes, its characters, its tree, its messages. */
  private static final int HEAP_PER_LINE = 16;

  @Parameters(paramLabel = "FILE", description = "The recording, or - for standard input.")
  private String file;

  @Option(names = "--json", description = "Writes one JSON document instead of a table.")
  private boolean asJson;

  private final InputStream stdin;

  /** A command that takes {@code -} to be the standard input of this process. */
  public ProjectCommand() {
    this(System.in);
  }

  ProjectCommand(InputStream stdin) {
    this.stdin = stdin;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    if ("-".equals(file)) {
      return project(stdin, line);
    }
    try (InputStream in = open(line)) {
      return project(in, line);
    } catch (IOException e) {
      return failed(line.getErr(), e);
    }
  }

  private InputStream open(CommandLine line) {
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw misuse(line, "is a directory, not a recording", null);
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw misuse(line, "does not exist; name a recording, or - for standard input", e);
    } catch (IOException | InvalidPathException e) {
      throw misuse(line, "cannot be opened: " + reason(e), e);
    }
  }

  private ParameterException misuse(CommandLine line, String problem, Exception cause) {
    String name = VisibleText.onOneLine(file);
    return new ParameterException(line, "project: " + name + " " + problem, cause);
  }

  private int project(InputStream in, CommandLine line) {
    PrintWriter out = line.getOut();
    Run run = new Run(out, line.getErr(), asJson ? null : table(line));
    int exitCode = 0;
    try {
      new RecordedEvents(METHODS, maxLine()).read(in, run);
    } catch (IOException e) {
      exitCode = failed(line.getErr(), e);
    }
    run.end();
    return run.badLines > 0 || out.checkError() ? 1 : exitCode;
  }

  private static TranscriptText table(CommandLine line) {
    boolean coloured = line.getColorScheme().ansi().enabled();
    PrintWriter styled = VisibleWriter.raw(line.getOut());
    return new TranscriptText(styled, line.getUsageHelpWidth(), coloured);
  }

  private int failed(PrintWriter err, IOException e) {
    String name = "-".equals(file) ? "standard input" : VisibleText.onOneLine(file);
    err.println("project: reading " + name + " failed: " + reason(e));
    err.flush();
    return 1;
  }

  private static int maxLine() {
    long share = Runtime.getRuntime().maxMemory() / HEAP_PER_LINE;
    return (int) Math.max(MIN_LINE, Math.min(MAX_LINE, share));
  }

  /** A text from outside in a form that fits on one line of a terminal. */
  private static String reason(Exception e) {
    return reason(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static String reason(String message) {
    String shown = VisibleText.onOneLine(Redaction.redact(message));
    return shown.codePointCount(0, shown.length()) <= MAX_REASON
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, MAX_REASON)) + "...";
  }

  /** Reads a recording once: counts, and hands each message on. */
  private static final class Run implements RecordedEvents.Listener {

    private static final int MESSAGES_PER_CHECK = 512;

    private final ItemProjector projector = new ItemProjector();
    private final PrintWriter out;
    private final PrintWriter err;
    private final TranscriptText table;
    private final JsonMessages json;
    private long messages;
    private long nextCheck = MESSAGES_PER_CHECK;
    private int toolIterations;
    private String finalText;
    private long badLines;

    /**
     * @param table where the messages go; {@code null} for one JSON document
     */
    Run(PrintWriter out, PrintWriter err, TranscriptText table) {
      this.out = out;
      this.err = err;
      this.table = table;
      this.json = table == null ? new JsonMessages(out) : null;
    }

    @Override
    public boolean event(String method, JsonNode params) {
      Projection projection = projector.project(method, params);
      tell(projection);
      if (projection.toolIteration()) {
        toolIterations++;
      }
      projection.finalText().ifPresent(this::answer);
      return isWanted();
    }

    private void tell(Projection projection) {
      for (Message message : projection.messages()) {
        if (table == null) {
          json.add(message);
        } else {
          if (messages == 0) {
            table.heading();
          }
          table.message(message);
        }
        messages++;
      }
    }

    /** Nobody reads on behind a closed pipe; looking for that flushes, so it is done rarely. */
    private boolean isWanted() {
      if (json != null) {
        return json.isWanted();
      }
      if (messages < nextCheck) {
        return true;
      }
      nextCheck = messages + MESSAGES_PER_CHECK;
      return !out.checkError();
    }

    /** The last text wins, but an empty one does not take an earlier one away. */
    private void answer(String text) {
      if (finalText == null || !text.isEmpty()) {
        finalText = text;
      }
    }

    @Override
    public void badLine(long line, String reason) {
      badLines++;
      if (badLines <= REPORTED_BAD_LINES) {
        err.println("project: line " + line + " skipped: " + ProjectCommand.reason(reason));
      }
    }

    void end() {
      tell(projector.end());
      if (table == null) {
        json.end(toolIterations, finalText, badLines);
      }
      out.flush();
      if (badLines > REPORTED_BAD_LINES) {
        err.println("project: ... and " + (badLines - REPORTED_BAD_LINES) + " more such lines");
      }
      err.println(
          String.format(
              Locale.ROOT,
              "project: messages %d, tool iterations %d, bad lines %d",
              messages,
              toolIterations,
              badLines));
      err.flush();
    }
  }
}
