package dev.talaria.cli.threads;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria threads} on the real Codex, which keeps one thread of two turns. */
@Timeout(120)
class RealThreadsCommandTest {

  @TempDir Path workspace;

  private ScriptedModel model;
  private ScratchCodexHome home;
  private PinnedCodex codex;
  private String id;
  private String first;

  @BeforeEach
  void a_thread_of_two_turns() throws Exception {
    model = ScriptedModel.start(ModelScript.texts("one heron", "two storks"));
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    codex = PinnedCodex.selected();
    CodexOptions options =
        CodexOptions.builder()
            .executable(codex.executable())
            .codexHome(home.path())
            .environment(home.isolatedEnvironment())
            .build();
    try (Codex running = Codex.launch(options);
        CodexSession session =
            running.openSession(SessionOptions.builder().cwd(workspace).build())) {
      id = session.threadId();
      first = session.runTurn("tell me of birds").turnId();
      session.runTurn("more");
    }
  }

  @AfterEach
  void stop() throws IOException {
    model.close();
    home.close();
  }

  private static boolean has(MeasuredFact fact) {
    return fact.isIn(CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow());
  }

  private CommandRun run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("threads", command));
    line.addAll(List.of("--codex", codex.executable().toString()));
    line.addAll(List.of("--codex-home", home.path().toString()));
    line.addAll(List.of(arguments));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private boolean isOnDisk(String thread) throws IOException {
    try (Stream<Path> files = Files.walk(home.path().resolve("sessions"))) {
      return files.anyMatch(file -> file.getFileName().toString().contains(thread));
    }
  }

  @Test
  void list_gives_the_threads_and_what_a_search_found() {
    CommandRun list = run("list");
    assertEquals(0, list.exit(), list.err());
    assertTrue(
        list.out().matches(id + "  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  tell me of birds\n"),
        list.out());
    JsonNode threads = run("list", "--json", "--limit", "1").json().path("threads");
    assertEquals(id, threads.at("/0/id").asText());
    assertEquals("tell me of birds", threads.at("/0/preview").asText());
    CommandRun none = run("list", "--archived");
    assertEquals("", none.out());
    assertEquals("There is no such thread.\n", none.err());
    CommandRun found = run("list", "--search", "stork");
    if (has(MeasuredFact.THREAD_SEARCH)) {
      assertEquals(0, found.exit(), found.err());
      assertTrue(found.out().startsWith(id) && found.out().endsWith("two storks\n"), found.out());
    } else {
      assertEquals(3, found.exit(), found.err());
      assertTrue(found.err().contains("it needs Codex 0.134.0 or newer"), found.err());
    }
  }

  @Test
  void show_gives_the_turns_with_their_messages() {
    CommandRun show = run("show", id);
    assertEquals(0, show.exit(), show.err());
    assertTrue(show.out().startsWith("thread       " + id + "\n"), show.out());
    assertTrue(show.out().contains("\nturn " + first + " completed in "), show.out());
    assertTrue(show.out().indexOf("one heron") < show.out().indexOf("two storks"), show.out());
    JsonNode latest = run("show", "--json", "--turns", "1", id).json();
    assertTrue(latest.path("earlierTurns").asBoolean());
    assertEquals(1, latest.path("turns").size());
    assertEquals("more", latest.at("/turns/0/messages/0/content").asText());
    assertEquals("two storks", latest.at("/turns/0/messages/1/content").asText());
    CommandRun unknown = run("show", "01a1fe87-0000-7000-8000-000000000000");
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().contains("thread/read was refused"), unknown.err());
  }

  @Test
  void fork_prints_the_id_of_the_copy() {
    CommandRun fork = run("fork", "--name", "second try", id);
    assertEquals(0, fork.exit(), fork.err());
    String copy = fork.out().strip();
    assertNotEquals(id, copy);
    JsonNode shown = run("show", "--json", copy).json();
    assertEquals("second try", shown.path("name").asText());
    assertEquals(id, shown.path("forkedFrom").asText());
    assertEquals(2, shown.path("turns").size());
    CommandRun through = run("fork", "--json", "--through", first, "--model", "gpt-x", id);
    if (has(MeasuredFact.FORK_OPTIONS)) {
      assertEquals("gpt-x", through.json().path("model").asText());
      JsonNode half = run("show", "--json", through.json().path("id").asText()).json();
      assertEquals(1, half.path("turns").size());
    } else {
      assertEquals(3, through.exit(), through.err());
    }
  }

  @Test
  void delete_takes_the_thread_off_the_disk_when_it_may() throws IOException {
    CommandRun unasked = run("delete", id);
    assertEquals(2, unasked.exit(), "nobody can be asked");
    assertTrue(unasked.err().contains("confirm it with --yes"), unasked.err());
    assertTrue(isOnDisk(id));
    CommandRun deleted =
        run("delete", "--yes", "--json", id, "01a1fe87-0000-7000-8000-000000000000");
    if (!has(MeasuredFact.THREAD_DELETE)) {
      assertEquals(3, deleted.exit(), deleted.err());
      assertTrue(deleted.err().contains("it needs Codex 0.140.0 or newer"), deleted.err());
      return;
    }
    assertEquals(1, deleted.exit(), "the second is not there");
    assertEquals("[\"" + id + "\"]", deleted.json().path("deleted").toString());
    assertEquals(1, deleted.json().path("failed").size());
    assertFalse(isOnDisk(id));
  }

  /** Its exit code, when this was typed at the question. */
  private int deleteOnTerminal(String typed) throws Exception {
    List<String> program =
        TalariaJvm.command(
            "threads",
            "delete",
            "--codex",
            codex.executable().toString(),
            "--codex-home",
            home.path().toString(),
            id);
    String line = String.join(" ", program.stream().map(word -> "'" + word + "'").toList());
    Path output = workspace.resolve("output");
    ProcessBuilder builder = new ProcessBuilder("script", "-q", "-e", "-c", line, "/dev/null");
    builder.environment().put("HOME", workspace.toString());
    Process script = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try (Writer keyboard = script.outputWriter()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> Files.readString(output),
              shown -> shown.contains("Delete 'tell me of birds' (" + id + ")?"));
      keyboard.write(typed + "\n");
      keyboard.flush();
      assertTrue(script.waitFor(60, TimeUnit.SECONDS));
      return script.exitValue();
    } finally {
      script.descendants().forEach(ProcessHandle::destroyForcibly);
      script.destroyForcibly();
    }
  }

  @Test
  void a_person_at_the_terminal_is_asked_before_a_thread_is_deleted() throws Exception {
    assumeTrue(has(MeasuredFact.THREAD_DELETE), "this version deletes no threads");
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "script"))),
        "script (util-linux) is not installed here");
    assertEquals(1, deleteOnTerminal("n"));
    assertTrue(isOnDisk(id));
    assertEquals(0, deleteOnTerminal("y"));
    assertFalse(isOnDisk(id));
  }
}
