package dev.talaria.temporal;

import dev.talaria.durable.ThreadPlace;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The names of task queues. Stateless. */
public final class TaskQueues {

  /**
   * Where the workflows are by default. Any worker takes them: they have no effects. A step of a
   * run whose place no worker serves is here, too.
   */
  public static final String RUNS = "talaria";

  private TaskQueues() {}

  /**
   * {@return the queue of the steps in a home} It has the machine's name and a hash of the home, as
   * a path may be longer than a name can be.
   *
   * @param place its machine and home count, its workspace does not
   */
  public static String of(ThreadPlace place) {
    UUID home = UUID.nameUUIDFromBytes(place.home().getBytes(StandardCharsets.UTF_8));
    return "talaria:%s:%s".formatted(place.machine(), home.toString().substring(0, 8));
  }
}
