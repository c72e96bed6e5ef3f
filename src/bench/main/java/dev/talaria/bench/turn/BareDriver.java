package dev.talaria.bench.turn;

import dev.talaria.bench.BareChild;
import java.io.IOException;
import java.util.List;

/**
 * The least that can run turns: writes requests that Talaria wrote before, and reads lines until
 * the one that it waits for. It looks at nothing else, keeps nothing and survives nothing.
 *
 * <p>Not thread-safe.
 */
final class BareDriver implements AutoCloseable {

  private final BareChild child;
  private final BareChild.Request turn;
  private final String thread;
  private int id = 1000;

  /**
   * Starts a child and opens a thread.
   *
   * @param sent what Talaria sent to open a thread and start a turn, in order
   */
  BareDriver(ProcessBuilder command, List<String> sent) throws IOException {
    child = new BareChild(command, sent);
    child.write(BareChild.find(sent, "thread/start"));
    thread = BareChild.text(child.await("{\"id\":"), "id");
    turn = new BareChild.Request(BareChild.find(sent, "turn/start"));
  }

  /** Runs a turn. */
  void turn() throws IOException {
    child.write(turn.with(id++, thread));
    String end = child.await("{\"method\":\"turn/completed\"");
    if (!end.contains("\"status\":\"completed\"")) {
      throw new IllegalStateException("the turn failed: " + end);
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
