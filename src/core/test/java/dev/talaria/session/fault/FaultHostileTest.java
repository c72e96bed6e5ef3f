package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ConnectionState;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The table of hostile app-servers in docs/engineering/faults.md, and a storm of junk. */
@Timeout(300)
class FaultHostileTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));
  private static final int TURNS = 30;
  private static final int JUNK = 2000;

  private final Set<Thread> before = threads();

  @TempDir Path folder;

  /** The library's threads that run now. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("talaria-"))
        .collect(Collectors.toSet());
  }

  private void noThreadIsLeft() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              Set<Thread> left = threads();
              left.removeAll(before);
              assertEquals(Set.of(), left);
            });
  }

  @Test
  void every_kind_of_misbehaviour_comes_to_what_the_docs_show() throws Exception {
    List<FaultRow> rules =
        FaultMatrix.rules(
            Files.readString(
                ROOT.resolve("src/core/test/resources/dev/talaria/session/hostile-rules.txt")));
    FaultMatrix matrix = new FaultMatrix(rules, List.of(new FaultHostileCells()));
    matrix.run();
    assertEquals("", String.join("\n", matrix.differences));
    assertTrue(rules.size() >= 60, "kinds: " + rules.size());
    String table = matrix.table.toString();
    assertTrue(
        Files.readString(ROOT.resolve("docs/engineering/faults.md")).contains(table),
        () -> "docs/engineering/faults.md should have\n" + table);
    noThreadIsLeft();
  }

  @Test
  void sixty_thousand_junk_messages_end_no_turn_late_and_accept_nothing() throws Exception {
    long seed = Long.getLong("talaria.seed", System.nanoTime());
    System.out.println("junk of seed " + seed + " (-Dtalaria.seed)");
    try (FakeAppServer server = new FakeAppServer();
        CodexSession session =
            server.open(SessionOptions.builder().turnTimeout(Duration.ofMinutes(5)))) {
      for (int number = 0; number < TURNS; number++) {
        String id = "turn-" + seed + "-" + number;
        Turn turn = session.startTurn(TurnInput.of("go"), new RecordingListener());
        JsonNode request = server.next();
        while (!request.path("method").asText().equals("turn/start")) {
          request = server.next();
        }
        server.reply(request, "{\"turn\":{\"id\":\"" + id + "\"}}");
        JunkMessages junk = new JunkMessages(seed + number, id);
        for (int i = 0; i < JUNK; i++) {
          server.send(junk.next());
        }
        server.turnCompleted(id, "completed");
        TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
        FaultHostileCells.explained(result);
        assertFalse(result.retire(), "seed " + seed + ": " + result.error());
        FaultHostileCells.nothingAccepted(server);
        server.received.clear();
      }
      assertFalse(ConnectionState.isLost(server.codex), "seed " + seed);
    }
    noThreadIsLeft();
  }

  /** As a process: it floods, reads nothing, and does not end when it is told to. */
  @Test
  void a_program_that_floods_and_does_not_end_is_ended() throws Exception {
    Path pid = folder.resolve("pid");
    Path program =
        Files.writeString(
            folder.resolve("codex"),
            "#!/bin/sh\n"
                + "if [ \"$1\" = --version ]; then echo codex-cli 0.169.0; exit 0; fi\n"
                + "trap '' TERM INT HUP PIPE\n"
                + ("echo $$ > " + pid + "\n")
                + "while :; do echo '{\"id\":7,\"method\":\"x\",\"params\":{}}'; echo junk; done\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    TalariaException refusal =
        assertThrows(
            TalariaException.class,
            () ->
                Codex.launch(
                    CodexOptions.builder()
                        .executable(program)
                        .startTimeout(Duration.ofSeconds(1))
                        .closeTimeout(Duration.ofSeconds(1))
                        .build()));
    assertTrue(refusal.getMessage().length() > 10, refusal.getMessage());
    long child = Long.parseLong(Files.readString(pid).strip());
    assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    noThreadIsLeft();
  }
}
