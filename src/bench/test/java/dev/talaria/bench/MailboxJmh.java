package dev.talaria.bench;

import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to have a worker do a task and to wait for its result.
 *
 * <p>Run by {@link JmhBench}; a state belongs to one thread. Most of it is the way to the other
 * thread and back, which the operating system decides about.
 */
@State(Scope.Thread)
public class MailboxJmh {

  private Workers workers;
  private SerialQueue mailbox;

  @Setup
  public void start() {
    workers = Workers.create();
    mailbox = new SerialQueue(workers.executor(), SerialQueue.DEFAULT_CAPACITY);
  }

  @TearDown
  public void stop() {
    workers.close();
  }

  /** The same executor without a mailbox, so without an order. */
  @Benchmark
  public int submitted() throws Exception {
    return workers.executor().submit(() -> 1).get();
  }

  /** Through the mailbox of a session. */
  @Benchmark
  public int offered() throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    if (!mailbox.offer(task)) {
      throw new IllegalStateException("the mailbox is full");
    }
    return task.get();
  }
}
