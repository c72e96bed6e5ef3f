package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.result.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The latest turns of a thread, to be shown when a chat continues it. Immutable.
 *
 * @param turns the oldest first
 * @param earlier how many there are before them, as far as was counted
 * @param more whether there are still more
 */
record PastTurns(List<ThreadTurn> turns, int earlier, boolean more) {

  private static final int SHOWN = 10;
  private static final int COUNTED = 100;
  private static final int MOST_ITEMS = 50;

  /** Asks Codex, and waits for it. */
  static PastTurns of(CodexThreads threads, String threadId) {
    Page<ThreadTurn> latest = threads.turns(threadId, SHOWN);
    List<ThreadTurn> turns = new ArrayList<>(latest.entries());
    Collections.reverse(turns);
    if (latest.nextCursor().isEmpty()) {
      return new PastTurns(turns, 0, false);
    }
    Page<ThreadTurn> before = threads.turnOutlines(threadId, COUNTED, latest.nextCursor().get());
    return new PastTurns(turns, before.entries().size(), before.nextCursor().isPresent());
  }

  /** Shows them as they looked when they were live, as far as Codex has kept what they held. */
  void show(ChatView view) {
    if (earlier > 0) {
      String count = more ? "more than " + earlier : String.valueOf(earlier);
      view.note(
          "("
              + count
              + " earlier "
              + (count.equals("1") ? "turn is" : "turns are")
              + " not shown)");
    }
    turns.forEach(turn -> show(turn, view));
  }

  private static void show(ThreadTurn turn, ChatView view) {
    List<Item> items = turn.items();
    Optional<String> prompt = prompt(turn);
    prompt.ifPresent(view::typed);
    int steps = items.size() - (prompt.isPresent() ? 1 : 0);
    int left = Math.max(0, steps - MOST_ITEMS);
    if (left > 0) {
      view.note("  … " + left + " steps before");
    }
    for (Item item : items.subList(items.size() - steps + left, items.size())) {
      if (item instanceof Item.UserMessage steered) {
        view.steered(text(steered));
      } else {
        view.itemCompleted(item, "");
      }
    }
    end(turn, view);
  }

  /** What a turn began with; empty for one without a prompt. */
  static Optional<String> prompt(ThreadTurn turn) {
    return turn.items().stream()
        .limit(1)
        .filter(Item.UserMessage.class::isInstance)
        .map(item -> text((Item.UserMessage) item))
        .findAny();
  }

  /** The whole thread as Markdown, the oldest turn first. */
  static String markdown(CodexThreads threads, String threadId) {
    List<ThreadTurn> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<ThreadTurn> page = threads.turns(threadId, COUNTED, cursor);
      all.addAll(page.entries());
      cursor = page.nextCursor().orElse(null);
    } while (cursor != null);
    Collections.reverse(all);
    StringBuilder text = new StringBuilder("# Thread " + threadId + "\n");
    all.forEach(turn -> turn.items().forEach(item -> markdown(item, text)));
    return text.toString();
  }

  private static void markdown(Item item, StringBuilder text) {
    String name = ToolLines.name(item);
    if (item instanceof Item.UserMessage message) {
      text.append("\n## You\n\n").append(text(message)).append('\n');
    } else if (item instanceof Item.AgentMessage message) {
      text.append("\n").append(message.text()).append('\n');
    } else if (!name.isEmpty()) {
      text.append("\n- `").append(name.replace('`', '\'')).append("`\n");
    }
    if (item instanceof Item.CommandExecution command) {
      fenced("text", Redaction.redact(command.aggregatedOutput().orElse("")), text);
    } else if (item instanceof Item.FileChange patch) {
      patch.changes().forEach(each -> fenced("diff", Redaction.redact(each.diff()), text));
    }
  }

  /** In a fence that is longer than any in the text. */
  private static void fenced(String language, String content, StringBuilder text) {
    String fence = "```";
    while (content.contains(fence)) {
      fence += "`";
    }
    if (!content.isBlank()) {
      text.append("\n" + fence + language + "\n" + content.stripTrailing() + "\n" + fence + "\n");
    }
  }

  private static String text(Item.UserMessage message) {
    List<String> texts = message.texts();
    return texts.isEmpty() ? "(no text)" : String.join("\n", texts);
  }

  private static void end(ThreadTurn turn, ChatView view) {
    String time = turn.duration().map(Durations::show).orElse("");
    String after = time.isEmpty() ? "" : " after " + time;
    switch (turn.status()) {
      case "completed" -> view.done(time.isEmpty() ? "" : " in " + time);
      case "interrupted" -> view.interrupted(after);
      case "failed" -> view.failed(after, turn.error() == null ? "" : turn.error().message());
      default -> {
        // It runs elsewhere, or has a state of a later Codex: nothing is known about its end.
      }
    }
  }
}
