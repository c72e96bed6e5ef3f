package dev.talaria.cli.threads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.cli.terminal.VisibleWriter;
import dev.talaria.cli.transcript.TranscriptText;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.result.Page;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria threads show}: what Codex knows of a thread, with its latest turns. */
@Command(
    name = "show",
    description = "Shows a thread: its settings, and its latest turns with their messages.",
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
final class ThreadsShowCommand extends ThreadCommand {

  @Parameters(
      paramLabel = "ID",
      description = "The id of the thread, as printed by 'talaria threads list'.")
  private String id;

  @Option(
      names = "--turns",
      paramLabel = "N",
      description = "How many of the latest turns to show. Default: 10.")
  private int limit = 10;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw misuse("--turns must be positive, not " + limit);
    }
    return super.call();
  }

  @Override
  int run(CodexThreads threads) {
    StoredThread thread = threads.read(id);
    Page<ThreadTurn> page = threads.turns(id, limit);
    List<ThreadTurn> turns = new ArrayList<>(page.entries());
    Collections.reverse(turns);
    boolean earlier = page.nextCursor().isPresent();
    if (json) {
      print(document(thread, turns).put("earlierTurns", earlier));
      return FINE;
    }
    line("thread", thread.id());
    line("name", thread.name());
    line("directory", thread.cwd());
    line("model", thread.model());
    line("status", thread.status());
    line("created", thread.createdAt().map(Instant::toString).orElse(""));
    line("changed", thread.updatedAt().map(Instant::toString).orElse(""));
    line("forked from", thread.forkedFrom());
    line("parent", thread.parent());
    if (earlier) {
      out().println("\n(earlier turns are not shown; --turns N shows more)");
    }
    TranscriptText table =
        new TranscriptText(VisibleWriter.raw(out()), Terminal.width(), Terminal.colours());
    ItemProjector projector = new ItemProjector();
    for (ThreadTurn turn : turns) {
      String time = turn.duration().map(taken -> " in " + Durations.show(taken)).orElse("");
      out().println("\nturn " + turn.id() + " " + turn.status() + time);
      messages(projector, turn).forEach(table::message);
      if (turn.error() != null) {
        out().println(VisibleText.of(turn.error().message()));
      }
    }
    out().flush();
    return FINE;
  }

  private void line(String name, String value) {
    if (!value.isEmpty()) {
      out().printf("%-11s  %s%n", name, VisibleText.onOneLine(value));
    }
  }

  private ObjectNode document(StoredThread thread, List<ThreadTurn> turns) {
    ObjectNode document = json(thread);
    ArrayNode array = document.putArray("turns");
    ItemProjector projector = new ItemProjector();
    for (ThreadTurn turn : turns) {
      ObjectNode row =
          array
              .addObject()
              .put("turnId", turn.id())
              .put("status", turn.status())
              .put("error", turn.error() == null ? null : turn.error().message())
              .put("durationMs", turn.duration().map(Duration::toMillis).orElse(null));
      ArrayNode rows = row.putArray("messages");
      messages(projector, turn).forEach(message -> rows.add(message.toJson(JSON.getNodeFactory())));
    }
    return document;
  }

  private List<Message> messages(ItemProjector projector, ThreadTurn turn) {
    List<Message> messages = new ArrayList<>();
    turn.items()
        .forEach(
            item -> messages.addAll(projector.projectCompleted(item, id, turn.id()).messages()));
    return messages;
  }
}
