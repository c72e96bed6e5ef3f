package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.Workers;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.thread.ThreadSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a close and a refusal do to a thread that is being opened. */
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
    return assertThrows(ExecutionException.class, () -> opening.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  @Test
  void a_thread_that_another_process_holds_is_not_asked_for_again_after_the_close()
      throws Exception {
    SessionOptions options = SessionOptions.builder().build();
    ThreadSession other = ((ResumingSession) server.codex.openSession(options)).bound();
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
  void a_refused_setting_is_told_without_the_secrets_in_it() {
    server.started =
        "\"error\":{\"code\":-32600,\"message\":\"invalid value in `mcp_servers`: `bad`\"}";
    Map<String, Object> own = Map.of("command", "bad", "env", Map.of("TOKEN", "verysecret"));
    assertEquals(
        "Codex refused the setting config mcp_servers: invalid value in `mcp_servers`: `bad`",
        refused(SessionOptions.builder().config("mcp_servers", Map.of("srv", own))));
    server.started = "\"error\":{\"code\":-32600,\"message\":\"invalid `api_key`\"}";
    assertEquals(
        "Codex refused the setting config api_key=[redacted]: invalid `api_key`",
        refused(SessionOptions.builder().config("api_key", "verysecretvalue1")));
  }

  private String refused(SessionOptions.Builder options) {
    return assertThrows(RefusedSettingException.class, () -> server.open(options)).getMessage();
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
