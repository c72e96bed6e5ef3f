package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTest {

  private static final Logger LOG = Logger.getLogger(Guard.class.getName());

  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  static List<Throwable> kinds() {
    return Thrown.kinds();
  }

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(handler);
    Thread.interrupted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatever_is_thrown_is_taken_and_logged(Throwable any) {
    Guard guard = Guard.of("the host");
    assertFalse(guard.run(() -> Thrown.sneakily(any)));
    assertEquals(any instanceof InterruptedException, Thread.interrupted());
    assertSame(any, guard.call(() -> Thrown.sneakily(any), failure -> failure));
    assertTrue(guard.run(() -> logged.get(0)));
    assertEquals(1, logged.size(), "one warning; what follows is for debugging");
    assertEquals(Level.WARNING, logged.get(0).getLevel());
    assertTrue(
        logged.get(0).getMessage().startsWith("the host failed with " + any.getClass().getName()));
  }

  @Test
  void a_message_is_not_logged() {
    Guard.of("it").run(() -> Thrown.sneakily(new IllegalStateException("the password is plain")));
    assertFalse(logged.get(0).getMessage().contains("plain"), logged.get(0).getMessage());
    assertTrue(logged.get(0).getMessage().contains("GuardTest"), logged.get(0).getMessage());
    assertEquals(null, logged.get(0).getThrown());
  }

  /** The host's own log. */
  @Test
  void a_log_that_throws_costs_nothing() {
    LOG.removeHandler(handler);
    Handler broken =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            throw new IllegalStateException("no disk");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LOG.addHandler(broken);
    try {
      assertFalse(Guard.of("it").run(() -> Thrown.sneakily(new StackOverflowError())));
    } finally {
      LOG.removeHandler(broken);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_stage_that_cannot_be_followed_has_failed(Throwable any) {
    Guard guard = Guard.of("a stage");
    CompletableFuture<String> outcome = guard.follow(Thrown.always(any));
    assertTrue(outcome.isCompletedExceptionally());
    assertFailure(any, guard.follow(CompletableFuture.<String>failedFuture(any)));
    guard.cancel(Thrown.always(any));
    guard.cancel(Thrown.onCancel(any));
  }

  private static void assertFailure(Throwable any, CompletableFuture<String> outcome) {
    // Java's own exception around it asks it for its text.
    if (!(any instanceof Thrown.Unspeakable)) {
      assertSame(any, assertThrows(ExecutionException.class, outcome::get).getCause());
    }
  }

  @Test
  void no_stage_has_failed_and_a_good_one_is_followed() throws Exception {
    Guard guard = Guard.of("a stage");
    assertTrue(guard.follow(null).isCompletedExceptionally());
    assertEquals("x", guard.follow(CompletableFuture.completedFuture("x")).get());
  }

  @Test
  void a_failure_is_said_in_words() {
    assertEquals("no ticket", Guard.words(new AssertionError("no ticket")));
    assertEquals("NullPointerException", Guard.words(new NullPointerException()));
    assertEquals("NoSuchMethodError: 'void x()'", Guard.words(new NoSuchMethodError("'void x()'")));
    assertEquals(
        "ExceptionInInitializerError: java.lang.IllegalStateException: no settings",
        Guard.words(new ExceptionInInitializerError(new IllegalStateException("no settings"))));
    assertEquals(Thrown.Unspeakable.class.getName(), Guard.words(new Thrown.Unspeakable()));
    assertFalse(
        Guard.words(new IllegalStateException("token=sk-abcdefghijklmnop1234")).contains("abcdef"));
  }
}
