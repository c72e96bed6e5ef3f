package dev.talaria.llm.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.talaria.base.Thrown;
import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.Isolation;
import dev.talaria.llm.LlmException;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call's future is completed, whatever its work and its end come to. */
@Timeout(30)
class LlmCallTest {

  private final CallSetup owner =
      new CallSetup(
          "test",
          unwatched(),
          Path.of(""),
          Isolation.USER,
          Map.of(),
          Duration.ofMinutes(10),
          new CallPacing(null, null));

  private static Codex unwatched() {
    Codex codex = mock(Codex.class);
    when(codex.observers()).thenReturn(List.of());
    return codex;
  }

  @AfterEach
  void close() {
    owner.close();
  }

  static Stream<Throwable> kinds() {
    return Thrown.kinds().stream().filter(kind -> !(kind instanceof InterruptedException));
  }

  private abstract class Call extends LlmCall<String> {
    Call(Duration timeout) {
      super(owner, "text", "", timeout, CancellationToken.none());
    }
  }

  private static LlmException failure(LlmCall<?> call) {
    ExecutionException end =
        assertThrows(ExecutionException.class, () -> call.future().get(60, TimeUnit.SECONDS));
    return (LlmException) end.getCause();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void work_may_throw_anything(Throwable any) {
    Call call =
        new Call(Duration.ofMinutes(10)) {
          @Override
          protected String work() {
            return Thrown.sneakily(any);
          }
        };
    call.run();
    assertTrue(failure(call).getMessage().length() > 3);
    assertEquals(
        List.of(), List.copyOf(owner.clock().getQueue()).stream().filter(t -> !isOver(t)).toList());
  }

  private static boolean isOver(Runnable alarm) {
    return ((java.util.concurrent.Future<?>) alarm).isDone();
  }

  @Test
  void a_call_whose_failure_cannot_be_made_fails_all_the_same() {
    Call call =
        new Call(Duration.ofMinutes(10)) {
          @Override
          protected String work() {
            throw new IllegalStateException("work");
          }

          @Override
          void fail(CompletableFuture<String> result, LlmException problem) {
            throw new NoSuchMethodError("fail");
          }
        };
    call.run();
    assertTrue(failure(call).getMessage().contains("NoSuchMethodError"));
  }

  /** Whoever runs the call may be lost; whoever waits for it is not. */
  @Test
  void the_time_limit_lives_until_the_future_is_done() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Call call =
        new Call(Duration.ofMillis(50)) {
          @Override
          protected String work() throws InterruptedException {
            begun.countDown();
            release.await();
            return "late";
          }
        };
    Thread worker = new Thread(call);
    worker.start();
    assertTrue(begun.await(60, TimeUnit.SECONDS));
    assertEquals(LlmException.Kind.TIMEOUT, failure(call).kind());
    release.countDown();
    worker.join();
  }
}
