package dev.talaria.bench;

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
final class BareCalls implements AutoCloseable {

  private final BareChild child;
  private final BareChild.Request start;
  private final BareChild.Request turn;
  private final List<BareChild.Request> end;
  private final Set<Integer> opening = new HashSet<>();
  private int id = 1000;

  /**
   * Starts a child.
   *
   * @param sent what Talaria sent for one call, from the handshake to the thread's end
   */
  BareCalls(ProcessBuilder command, List<String> sent) throws IOException {
    start = new BareChild.Request(BareChild.find(sent, "thread/start"));
    turn = new BareChild.Request(BareChild.find(sent, "turn/start"));
    String thread = BareChild.text(turn.line(), "threadId");
    end =
        sent.subList(sent.indexOf(turn.line()) + 1, sent.size()).stream()
            .filter(line -> line.contains(thread))
            .map(BareChild.Request::new)
            .toList();
    child = new BareChild(command, sent);
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
      String line = child.read();
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
    child.write(start.with(id++, ""));
  }

  private void answered(String line) throws IOException {
    int answered = Integer.parseInt(line, 6, line.indexOf(','), 10);
    if (opening.remove(answered)) {
      child.write(turn.with(id++, BareChild.text(line, "id")));
    }
  }

  private void completed(String line) throws IOException {
    if (!line.contains("\"status\":\"completed\"")) {
      throw new IllegalStateException("the turn failed: " + line);
    }
    String thread = BareChild.text(line, "threadId");
    for (BareChild.Request request : end) {
      child.write(request.with(id++, thread));
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
