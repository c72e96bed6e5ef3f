package dev.talaria.cli.threads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadMatch;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.ThreadQuery;
import dev.talaria.session.result.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria threads list}: a page of the threads, the newest first. */
@Command(
    name = "list",
    description = {
      "Lists the threads that Codex keeps, the newest first: id, last change, and the"
          + " name or the beginning.",
      "With --search, shows the text that was found instead. This needs Codex 0.134.0 or newer."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
final class ThreadsListCommand extends ThreadCommand {

  private static final int LONGEST_SNIPPET = 100;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The largest number of threads to list. Default: 20.")
  private int limit = 20;

  @Option(
      names = "--cursor",
      paramLabel = "TEXT",
      description = "Continues after a previous page, which printed this cursor.")
  private String cursor;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only threads with this text in one of their messages.")
  private String search;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Only threads of this working directory; not with --search.")
  private Path cwd;

  @Option(
      names = "--archived",
      description = "The archived threads instead of the others; not with --search.")
  private boolean archived;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw misuse("--limit must be positive, not " + limit);
    }
    if (search != null && (search.isBlank() || cwd != null || archived)) {
      throw misuse("--search needs a text, and cannot be combined with --cwd or --archived");
    }
    return super.call();
  }

  @Override
  int run(CodexThreads threads) {
    if (search != null) {
      Page<ThreadMatch> found = threads.search(search, limit, cursor);
      return print(
          new Page<>(
              found.entries().stream().map(ThreadMatch::thread).toList(), found.nextCursor()),
          found.entries().stream().map(ThreadMatch::snippet).toList());
    }
    ThreadQuery query = ThreadQuery.all().limit(limit).cursor(cursor);
    query = cwd == null ? query : query.cwd(cwd);
    return print(threads.list(archived ? query.archived() : query), List.of());
  }

  /**
   * @param snippets as many as there are threads, or none
   */
  private int print(Page<StoredThread> page, List<String> snippets) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode array = document.putArray("threads");
    for (int i = 0; i < page.entries().size(); i++) {
      StoredThread thread = page.entries().get(i);
      ObjectNode row = json(thread);
      if (!snippets.isEmpty()) {
        row.put("snippet", snippets.get(i));
      }
      array.add(row);
      if (!json) {
        String what =
            snippets.isEmpty()
                ? title(thread)
                : VisibleText.onOneLine(snippets.get(i), LONGEST_SNIPPET);
        Instant changed = thread.updatedAt().or(thread::createdAt).orElse(null);
        out()
            .printf(
                "%s  %-16s  %s%n",
                thread.id(), changed == null ? "" : MINUTE.format(changed), what);
      }
    }
    document.put("nextCursor", page.nextCursor().orElse(null));
    if (json) {
      print(document);
      return FINE;
    }
    out().flush();
    if (page.entries().isEmpty()) {
      say(search == null ? "There is no such thread." : "No thread has this text.");
    }
    page.nextCursor().ifPresent(next -> say("There are more: --cursor '" + next + "'"));
    return FINE;
  }
}
