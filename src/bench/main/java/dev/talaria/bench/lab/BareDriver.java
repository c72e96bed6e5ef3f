package dev.talaria.bench.lab;

import java.io.IOException;
import java.util.List;

/**
 * The least that can run turns, on one thread.
 *
 * <p>Not thread-safe. It opens threads and runs one turn at a time.
 */
public final class BareDriver extends BareChild {

  private final String opening;
  private final Request turn;
  private int id = 1000;

  /**
   * Starts a child and shakes hands.
   *
   * @param sent what Talaria sent to open a thread and start a turn, in order
   */
  public BareDriver(ProcessBuilder command, List<String> sent) throws IOException {
    super(command, sent);
    opening = find(sent, "thread/start");
    turn = new Request(find(sent, "turn/start"));
  }

  /** Opens a thread, and returns its id. */
  public String open() throws IOException {
    write(new Request(opening).with(id, ""));
    return text(await("{\"id\":" + id++ + ","), "id");
  }

  /** Runs a turn in a thread. */
  public void turn(String thread) throws IOException {
    write(turn.with(id++, thread));
    checkCompleted(await("{\"method\":\"turn/completed\""));
  }
}
