package dev.talaria.cli.process;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * Ctrl-C, and what else asks a program to end: the first time it runs an action, the second time it
 * ends the program or runs another; on a JVM that does not pass signals on it ends the program at
 * once.
 */
public final class Interrupts {

  private static final int EXIT_BY_SIGINT = 130;

  private Interrupts() {}

  /** Sets what the first Ctrl-C does. */
  public static void onFirst(Runnable action) {
    AtomicBoolean pressed = new AtomicBoolean();
    Signals.register(
        "INT",
        () -> {
          if (pressed.getAndSet(true)) {
            // The exit waits for shutdown hooks, which end the child: not on the signal's thread.
            new Thread(() -> System.exit(EXIT_BY_SIGINT), "talaria-exit").start();
          } else {
            action.run();
          }
        });
  }

  /** Sets what the first Ctrl-C, SIGTERM or closed terminal does, and what all that follow do. */
  public static void onEnd(Runnable first, Runnable next) {
    AtomicBoolean asked = new AtomicBoolean();
    for (String signal : List.of("INT", "TERM", "HUP")) {
      Signals.register(signal, () -> (asked.getAndSet(true) ? next : first).run());
    }
  }
}
