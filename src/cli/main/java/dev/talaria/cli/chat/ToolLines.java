package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
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
  private static final int MOST_LINES = 5;
  private static final String INDENT = "    ";
  private static final String DIM = "2";

  private record Running(String name, long since) {}

  private final ChatScreen screen;
  private final LongSupplier nanos;
  private final Path cwd;
  private final Map<String, Running> running = new LinkedHashMap<>();

  /**
   * @param nanos a clock, as {@link System#nanoTime}
   * @param cwd of the session: files in it are named from there
   */
  ToolLines(ChatScreen screen, LongSupplier nanos, Path cwd) {
    this.screen = screen;
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

  void started(Item item) {
    if (!name(item).isEmpty()) {
      running.putIfAbsent(item.id(), new Running(name(item), nanos.getAsLong()));
    }
  }

  /** The time in which a person thought about a question is not the tool's. */
  void answered(String itemId) {
    running.computeIfPresent(itemId, (id, begun) -> new Running(begun.name(), nanos.getAsLong()));
  }

  void completed(Item item) {
    Running begun = running.remove(item.id());
    String name = name(item);
    if (!name.isEmpty()) {
      boolean good = good(item);
      String mark = good ? screen.coloured("32", "✓") : screen.coloured("31", "✗");
      String end = end(item, begun, good);
      String shown = Columns.clip(name, Math.max(20, screen.width() - Columns.of(end) - 6));
      screen.line("", "  " + mark + " " + shown + screen.coloured(DIM, end));
      showOutput(item);
    }
  }

  private void showOutput(Item item) {
    if (item instanceof Item.CommandExecution command) {
      command.aggregatedOutput().ifPresent(output -> lastLines(output));
    } else if (item instanceof Item.FileChange patch) {
      for (PatchChange change : patch.changes()) {
        screen.line("", INDENT + DiffColours.summary(change, cwd, screen));
      }
    }
  }

  /** The last lines, because there stands how it ended. */
  private void lastLines(String output) {
    List<String> all = Redaction.redact(output.stripTrailing()).lines().toList();
    if (all.size() > MOST_LINES) {
      screen.line(DIM, INDENT + "… " + (all.size() - MOST_LINES) + " lines before");
    }
    all.subList(Math.max(0, all.size() - MOST_LINES), all.size())
        .forEach(line -> screen.line(DIM, INDENT + VisibleText.onOneLine(line, LONGEST)));
  }

  /** The turn is over, and this was never ended. */
  void leftOpen(Item item) {
    Running begun = running.remove(item.id());
    if (begun != null) {
      screen.line(DIM, "  … " + Columns.clip(begun.name(), screen.width() - 20) + "  not ended");
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
    for (Running each : running.values()) {
      if (rows.size() == MOST_ROWS) {
        rows.add(screen.coloured(DIM, "    and " + (running.size() - MOST_ROWS) + " more"));
        return rows;
      }
      String time = "  " + spent(each.since());
      String name = Columns.clip(each.name(), screen.width() - 6 - time.length());
      rows.add("  " + spinner() + " " + name + screen.coloured(DIM, time));
    }
    return rows;
  }

  /** Whole seconds, so that a row is not painted anew more often than its spinner turns. */
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
