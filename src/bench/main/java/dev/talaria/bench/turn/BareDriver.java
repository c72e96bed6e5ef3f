package dev.talaria.bench.turn;

import dev.talaria.bench.BareChild;
import java.io.IOException;
import java.util.List;

/**
 * The least that can run turns, on one thread.
 *
 * <p>Not thread-safe.
 */
final class BareDriver extends BareChild {

  private final Request turn;
  private final String thread;
  private int id = 1000;

  /**
   * Starts a child and opens a thread.
   *
   * @param sent what Talaria sent to open a thread and start a turn, in order
   */
  BareDriver(ProcessBuilder command, List<String> sent) throws IOException {
    super(command, sent);
    write(find(sent, "thread/start"));
    thread = text(await("{\"id\":"), "id");
    turn = new Request(find(sent, "turn/start"));
  }

  /** Runs a turn. */
  void turn() throws IOException {
    write(turn.with(id++, thread));
    checkCompleted(await("{\"method\":\"turn/completed\""));
  }
}
