package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PatchChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The tools of a turn: a row with a spinner while one runs, a line when it has ended. */
final class ToolLines {

  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_ROWS = 3;
  private static final int LONGEST = 200;
  private static final int LIVE_ROWS = 3;
  private static final int LIVE_OUTPUT = 4_000;
  private static final String INDENT = "    ";
  private static final String DIM = "2";

  private record Running(String name, String indent, long since, StringBuilder output) {

    Running(String name, String indent, long since) {
      this(name, indent, since, new StringBuilder());
    }
  }

  private final Console console;
  private final Folds folds;
  private final LongSupplier nanos;
  private final Path cwd;
  private final Map<String, Running> running = new LinkedHashMap<>();

  /**
   * @param nanos a clock, as {@link System#nanoTime}
   * @param cwd of the session: files in it are named from there
   */
  ToolLines(Console console, Folds folds, LongSupplier nanos, Path cwd) {
    this.console = console;
    this.folds = folds;
    this.cwd = cwd;
    this.nanos = nanos;
  }

  /** What an item is called; empty for one without a line of its own. */
  static String name(Item item) {
    return VisibleText.onOneLine(Redaction.redact(item.accept(new Name())), LONGEST);
  }

  private static final class Name implements Item.ToolVisitor<String> {

    @Override
    public String visit(Item.CommandExecution item) {
      return "exec " + item.command();
    }

    @Override
    public String visit(Item.FileChange item) {
      int files = item.changes().size();
      return "patch " + files + (files == 1 ? " file" : " files");
    }

    @Override
    public String visit(Item.McpToolCall item) {
      return "mcp " + item.server() + "." + item.tool();
    }

    @Override
    public String visit(Item.DynamicToolCall item) {
      return "tool " + item.tool();
    }

    @Override
    public String visit(Item.WebSearch item) {
      return "search " + item.query();
    }

    @Override
    public String visit(Item.ContextCompaction item) {
      return "compact the thread";
    }

    @Override
    public String visit(ActivityItem item) {
      return item instanceof ActivityItem.CollabAgentToolCall call
          ? "agent " + call.tool()
          : item instanceof ActivityItem.ImageView view ? "look at " + view.path() : "";
    }

    @Override
    public String other(Item item) {
      return "";
    }
  }

  /**
   * @param indent of the agent's rows
   */
  void started(Item item, String indent) {
    if (!name(item).isEmpty()) {
      running.putIfAbsent(item.id(), new Running(name(item), indent, nanos.getAsLong()));
    }
  }

  /** A command has printed something: its last rows are live. */
  void output(String itemId, String delta) {
    Running command = running.get(itemId);
    if (command != null) {
      StringBuilder output = command.output().append(delta);
      output.delete(0, Math.max(0, output.length() - LIVE_OUTPUT));
    }
  }

  /** The time in which a person thought about a question is not the tool's. */
  void answered(String itemId) {
    running.computeIfPresent(
        itemId, (id, begun) -> new Running(begun.name(), begun.indent(), nanos.getAsLong()));
  }

  void completed(Item item, String indent) {
    Running begun = running.remove(item.id());
    String name = name(item);
    if (!name.isEmpty()) {
      boolean good = good(item);
      String mark = good ? console.coloured("32", "✓") : console.coloured("31", "✗");
      String end = end(item, begun, good);
      String shown = Columns.clip(name, Math.max(20, console.width() - Columns.of(end) - 6));
      console.above(indent + "  " + mark + " " + shown + console.coloured(DIM, end));
      showOutput(item, indent + INDENT);
    }
  }

  private void showOutput(Item item, String indent) {
    if (item instanceof Item.CommandExecution command) {
      command
          .aggregatedOutput()
          .ifPresent(output -> folds.show(rows(output, indent), 2, 3, indent));
    } else if (item instanceof Item.FileChange patch) {
      for (PatchChange change : patch.changes()) {
        console.above(indent + DiffColours.summary(change, cwd, console));
        folds.show(DiffColours.rows(change, indent + "  ", console), 16, 3, indent + "  ");
      }
    }
  }

  private List<String> rows(String output, String indent) {
    return Redaction.redact(output.stripTrailing())
        .lines()
        .map(line -> console.coloured(DIM, indent + VisibleText.onOneLine(line, LONGEST)))
        .toList();
  }

  /** The turn is over, and this was never ended. */
  void leftOpen(Item item) {
    Running begun = running.remove(item.id());
    if (begun != null) {
      String name = Columns.clip(begun.name(), console.width() - 20);
      console.above(DIM, begun.indent() + "  … " + name + "  not ended");
    }
  }

  private static boolean good(Item item) {
    String status = item.raw().path("status").asText("completed");
    boolean failedExit = item.raw().path("exitCode").asInt(0) != 0;
    boolean failedCall = !item.raw().path("success").asBoolean(true);
    return status.equals("completed") && !failedExit && !failedCall;
  }

  private String end(Item item, Running begun, boolean good) {
    List<String> parts = new ArrayList<>();
    if (!good) {
      parts.add(failure(item));
    }
    taken(item, begun).map(Durations::show).ifPresent(parts::add);
    return parts.isEmpty() ? "" : "  " + String.join(", ", parts);
  }

  private static String failure(Item item) {
    if (item instanceof Item.CommandExecution command && command.exitCode().isPresent()) {
      return "exit " + command.exitCode().getAsInt();
    }
    String status = item.raw().path("status").asText("");
    return VisibleText.onOneLine(status.isEmpty() ? "failed" : status, 40);
  }

  /** Empty for one of a previous turn, when Codex does not say. */
  private Optional<Duration> taken(Item item, Running begun) {
    if (item.raw().path("durationMs").isNumber()) {
      return Optional.of(Duration.ofMillis(item.raw().path("durationMs").asLong()));
    }
    return Optional.ofNullable(begun)
        .map(running -> Duration.ofNanos(nanos.getAsLong() - running.since()));
  }

  /** The rows of the tools that run. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    int shown = 0;
    for (Running each : running.values()) {
      if (shown++ == MOST_ROWS) {
        rows.add(console.coloured(DIM, "    and " + (running.size() - MOST_ROWS) + " more"));
        return rows;
      }
      String time = "  " + spent(each.since());
      String name = Columns.clip(each.name(), console.width() - 6 - time.length());
      rows.add(each.indent() + "  " + spinner() + " " + name + console.coloured(DIM, time));
      List<String> output = each.output().toString().lines().toList();
      output.stream()
          .skip(Math.max(0, output.size() - LIVE_ROWS))
          .map(VisibleText::onOneLine)
          .map(line -> INDENT + Columns.clip(line, console.width() - INDENT.length()))
          .forEach(line -> rows.add(console.coloured(DIM, line)));
    }
    return rows;
  }

  /** Whole seconds, so that a row is not painted again more often than its spinner turns. */
  private String spent(long since) {
    return Duration.ofNanos(nanos.getAsLong() - since).toSeconds() + " s";
  }

  /** A turning mark. */
  String spinner() {
    long step = nanos.getAsLong() / STEP.toNanos();
    return Character.toString(SPINNER.charAt(Math.floorMod(step, SPINNER.length())));
  }

  /** The turn is over: nothing of it runs here any more. */
  void forget() {
    running.clear();
  }
}
