package dev.talaria.bench.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OwnProcessorTest {

  @Test
  void threads_that_end_while_they_are_looked_at_do_not_count() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread starter =
        new Thread(
            () -> {
              while (!over.get()) {
                new Thread(() -> {}).start();
              }
            });
    starter.start();
    try {
      OwnProcessor own = new OwnProcessor();
      for (int look = 0; look < 500; look++) {
        assertTrue(own.sinceLastLook() >= 0);
      }
    } finally {
      over.set(true);
      starter.join();
    }
  }
}
