package dev.talaria.bench;

import dev.talaria.bench.lab.BareChild;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The least that can make model calls on one child: one loop that writes what Talaria wrote for a
 * call, with some calls open at a time. It looks at no answer but that of {@code thread/start}, and
 * at no event but {@code turn/completed}.
 *
 * <p>Not thread-safe.
 */
final class BareCalls extends BareChild {

  private final Request start;
  private final Request turn;
  private final List<Request> end;
  private final Set<Integer> opening = new HashSet<>();
  private int id = 1000;

  /**
   * Starts a
   *
   * @param sent what Talaria sent for one call, from the handshake to the thread's end
   */
  BareCalls(ProcessBuilder command, List<String> sent) throws IOException {
    super(command, sent);
    start = new Request(find(sent, "thread/start"));
    turn = new Request(find(sent, "turn/start"));
    String thread = text(turn.line(), "threadId");
    end =
        sent.subList(sent.indexOf(turn.line()) + 1, sent.size()).stream()
            .filter(line -> line.contains(thread))
            .map(Request::new)
            .toList();
  }

  /** Makes calls until so many have ended. */
  void run(int calls, int atOnce) throws IOException {
    int begun = 0;
    while (begun < Math.min(calls, atOnce)) {
      begin();
      begun++;
    }
    int ended = 0;
    while (ended < calls) {
      String line = read();
      if (line.startsWith("{\"id\":")) {
        answered(line);
      } else if (line.startsWith("{\"method\":\"turn/completed\"")) {
        completed(line);
        ended++;
        if (begun < calls) {
          begin();
          begun++;
        }
      } else if (line.startsWith("{\"error\":")) {
        throw new IllegalStateException("Codex refused: " + line);
      }
    }
  }

  private void begin() throws IOException {
    opening.add(id);
    write(start.with(id++, ""));
  }

  private void answered(String line) throws IOException {
    int answered = Integer.parseInt(line, 6, line.indexOf(','), 10);
    if (opening.remove(answered)) {
      write(turn.with(id++, text(line, "id")));
    }
  }

  private void completed(String line) throws IOException {
    checkCompleted(line);
    String thread = text(line, "threadId");
    for (Request request : end) {
      write(request.with(id++, thread));
    }
  }
}
