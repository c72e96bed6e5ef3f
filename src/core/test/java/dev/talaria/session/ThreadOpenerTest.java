package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.Workers;
import dev.talaria.session.thread.ThreadSession;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a close does to a thread that is being opened. */
@Timeout(60)
class ThreadOpenerTest {

  private final FakeAppServer server = new FakeAppServer();
  private final Workers workers = Workers.create();

  @AfterEach
  void close() throws IOException {
    server.close();
    workers.close();
  }

  private static Throwable failure(CompletableFuture<?> opening) {
    return assertThrows(ExecutionException.class, () -> opening.get(20, TimeUnit.SECONDS))
        .getCause();
  }

  @Test
  void a_thread_that_another_process_holds_is_not_asked_for_again_after_the_close()
      throws Exception {
    SessionOptions options = SessionOptions.builder().build();
    ThreadSession other = ((DurableSession) server.codex.openSession(options)).bound();
    ThreadOpener opener = new ThreadOpener(workers, options);
    opener.close();
    CompletableFuture<?> opening =
        CompletableFuture.supplyAsync(() -> opener.resume(other.server(), "held", null, "", false));
    JsonNode asked = server.next("thread/resume");
    server.send(
        "{\"id\":"
            + asked.path("id")
            + ",\"error\":{\"code\":-32600,\"message\":\"held already has an active writer\"}}");
    assertInstanceOf(IllegalStateException.class, failure(opening));
    assertTrue(server.nothingWaits());
  }

  @Test
  void a_codex_that_is_closed_while_it_opens_a_session_fails_the_opening() throws Exception {
    CompletableFuture<?> opening =
        CompletableFuture.supplyAsync(
            () -> server.open(SessionOptions.builder().resume("thread-0")));
    server.next("thread/resume");
    server.codex.close();
    assertInstanceOf(RuntimeException.class, failure(opening));
  }
}
