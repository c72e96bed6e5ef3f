package dev.talaria.llm.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UserServersTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void what_codex_said_holds_for_two_seconds() {
    UserServers servers = new UserServers(() -> List.of("s" + asked.incrementAndGet()), now::get);
    assertEquals(List.of("s1"), servers.names());
    now.addAndGet(Duration.ofMillis(1999).toNanos());
    assertEquals(List.of("s1"), servers.names());
    now.addAndGet(Duration.ofMillis(2).toNanos());
    assertEquals(List.of("s2"), servers.names());
  }

  @Test
  void a_failure_is_not_kept() {
    UserServers servers =
        new UserServers(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
              }
              return List.of("mine");
            },
            now::get);
    assertThrows(IllegalStateException.class, servers::names);
    assertEquals(List.of("mine"), servers.names());
  }
}
