package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.LoggedLines;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands behind their turns, where Codex would have to err or to be many. */
@Timeout(60)
class BackgroundCommandsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeAppServer server = new FakeAppServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** A session with a completed turn that started these commands. */
  private CodexSession after(String... commands) throws Exception {
    CodexSession session = server.open(SessionOptions.builder());
    Turn turn = session.startTurn(TurnInput.of("go"), TurnListener.NONE);
    server.replyTurn(server.next("turn/start"));
    for (int i = 0; i < commands.length; i++) {
      item("started", "c" + i, commands[i]);
    }
    server.turnCompleted(FakeAppServer.TURN, "completed");
    TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
    assertEquals(commands.length, result.runningCommands().size());
    return session;
  }

  private void item(String event, String id, String command) {
    server.item(
        event,
        FakeAppServer.THREAD,
        FakeAppServer.TURN,
        "{\"type\":\"commandExecution\",\"id\":\"%s\",\"command\":\"%s\"}".formatted(id, command));
  }

  private static CompletableFuture<List<BackgroundCommand>> waits(CodexSession session) {
    return CompletableFuture.supplyAsync(() -> session.awaitCommands(LONG));
  }

  private static List<String> ids(List<BackgroundCommand> commands) {
    return commands.stream().map(BackgroundCommand::itemId).toList();
  }

  @Test
  void a_command_that_codex_no_longer_has_is_not_awaited() throws Exception {
    CodexSession session = after("make one", "make two");
    CompletableFuture<List<BackgroundCommand>> waits = waits(session);
    JsonNode list = server.next("thread/backgroundTerminals/list");
    server.reply(list, "{\"data\":[{\"itemId\":\"c1\"}],\"nextCursor\":null}");
    item("completed", "c1", "make two");
    assertEquals(List.of(), waits.get(60, TimeUnit.SECONDS));
  }

  @Test
  void a_list_that_is_not_whole_or_is_refused_proves_nothing() throws Exception {
    CodexSession session = after("make one");
    for (String answer :
        List.of("{\"data\":[],\"nextCursor\":\"more\"}", "{}", "{\"data\":\"none\"}")) {
      CompletableFuture<List<BackgroundCommand>> looks =
          CompletableFuture.supplyAsync(() -> session.awaitCommands(Duration.ofMillis(600)));
      server.reply(server.next("thread/backgroundTerminals/list"), answer);
      assertEquals(List.of("c0"), ids(looks.get(60, TimeUnit.SECONDS)), answer);
    }
    CompletableFuture<List<BackgroundCommand>> looks = waits(session);
    JsonNode list = server.next("thread/backgroundTerminals/list");
    server.send("{\"id\":" + list.path("id") + ",\"error\":{\"code\":-1,\"message\":\"no\"}}");
    item("completed", "c0", "make one");
    assertEquals(List.of(), looks.get(60, TimeUnit.SECONDS));
  }

  @Test
  void the_warning_of_a_close_is_masked_visible_and_short() throws Exception {
    String secret = "ghp_" + "a1b2c3d4e5f6a1b2c3d4";
    CodexSession session =
        after("push " + secret, "two\\u001b[2J", "x".repeat(9000), "four", "five", "six", "seven");
    try (LoggedLines log = new LoggedLines(EndedTurns.class)) {
      session.close();
      assertEquals(1, log.lines().size(), log.lines() + "");
      String line = log.lines().get(0);
      assertTrue(line.contains("ended 7 command(s)"), line);
      assertTrue(line.contains("push "), line);
      assertTrue(line.endsWith("five; and 2 more"), line);
      assertFalse(line.contains(secret), line);
      assertFalse(line.contains("\u001b"), line);
      assertTrue(line.length() < 1000, line);
    }
    assertEquals(7, session.closed().orElseThrow().endedCommands().size());
  }
}
