package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Up to a thousand turns over fifty sessions on two children, of which one is killed every hundred
 * turns. The first hundred turns run undisturbed: what they leave is where growth is counted from.
 */
class FaultSoakTest {

  private static final int SESSIONS = 50;
  private static final int TURNS = 100 + 900 / FaultLab.ONE_IN;
  private static final int KILL_EVERY = 100;
  private static final int AT_ONCE = 6;

  @TempDir Path workspace;

  /** What the process holds at a moment, the dead objects collected. */
  private record Footprint(int threads, long files, long heapKilobytes) {}

  private Footprint footprint() throws Exception {
    model.forgetRequests();
    for (int i = 0; i < 3; i++) {
      System.gc();
      pause(Duration.ofMillis(100));
    }
    Runtime jvm = Runtime.getRuntime();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return new Footprint(
          Thread.getAllStackTraces().size(),
          open.count(),
          (jvm.totalMemory() - jvm.freeMemory()) / 1024);
    } catch (IOException e) {
      throw new IllegalStateException("the soak needs /proc", e);
    }
  }

  private static void pause(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }

  /** By prompt, how many of the model's requests have it as their latest user message. */
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  private final Map<String, TurnResult> failed = new ConcurrentHashMap<>();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();

  private ScriptedModel model;

  private Reply answer(ModelRequest request) {
    String prompt = "";
    for (JsonNode item : request.body().path("input")) {
      String text = item.path("content").path(0).path("text").asText();
      if (item.path("role").asText().equals("user") && text.startsWith("prompt ")) {
        prompt = text;
      }
    }
    asked.computeIfAbsent(prompt, key -> new AtomicInteger()).incrementAndGet();
    return Reply.text("answer to " + prompt);
  }

  @Test
  @Timeout(240)
  void turns_survive_their_dead_children() throws Exception {
    ModelScript script = ModelScript.builder().repeat().respond(this::answer).build();
    try (ScriptedModel scripted = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(scripted.baseUrl()).create()) {
      model = scripted;
      CodexOptions options =
          CodexOptions.builder()
              .executable(CodexLab.executable())
              .codexHome(home.path())
              .environment(home.isolatedEnvironment())
              .build();
      SessionOptions session = SessionOptions.builder().cwd(workspace).build();
      try (CodexPool pool = CodexPool.launch(options, new PoolOptions(2, SESSIONS))) {
        List<CodexSession> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
          sessions.add(pool.openSession(session));
        }
        run(sessions, 0, 100, false);
        Footprint start = footprint();
        System.out.println("soak, after the first 100 turns: " + start);
        run(sessions, 100, TURNS, true);
        await().atMost(Duration.ofSeconds(60)).until(() -> pool.sessions() == SESSIONS);
        pause(Duration.ofSeconds(2));
        Footprint end = footprint();
        System.out.println("soak, after " + TURNS + " turns:          " + end);
        System.out.println(
            "soak: "
                + kills
                + " children killed, "
                + resumed
                + " threads resumed, "
                + failed.size()
                + " turns cut off and told so");
        assertTrue(end.threads() <= start.threads() + 20, start + " -> " + end);
        assertTrue(end.files() <= start.files() + 20, start + " -> " + end);
        assertTrue(end.heapKilobytes() <= start.heapKilobytes() + 40_000, start + " -> " + end);
      }
      assertEquals(TURNS, ended.get(), "every turn ended");
      asked.forEach((prompt, times) -> assertEquals(1, times.get(), prompt + " was doubled"));
      for (int turn = 0; turn < TURNS; turn++) {
        String prompt = prompt(turn);
        assertTrue(asked.containsKey(prompt) || failed.containsKey(prompt), prompt + " was lost");
      }
      assertTrue(failed.size() <= kills.get() * AT_ONCE, failed.size() + " turns were cut off");
      failed.forEach(
          (prompt, result) ->
              assertEquals(TurnError.Kind.CONNECTION_LOST, result.error().kind(), prompt));
    }
  }

  private static String prompt(int turn) {
    return "prompt " + turn + ".";
  }

  private void run(List<CodexSession> sessions, int from, int to, boolean killing)
      throws Exception {
    ExecutorService hosts = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> work = new ArrayList<>();
    for (int lane = 0; lane < AT_ONCE; lane++) {
      int first = lane;
      work.add(
          hosts.submit(
              () -> {
                // A session belongs to one lane: it runs one turn at a time.
                for (int turn = from; turn < to; turn++) {
                  if (turn % SESSIONS % AT_ONCE == first) {
                    runOne(sessions.get(turn % SESSIONS), prompt(turn), killing);
                  }
                }
              }));
    }
    for (Future<?> lane : work) {
      lane.get();
    }
    hosts.shutdown();
  }

  private void runOne(CodexSession session, String prompt, boolean killing) {
    TurnListener counting =
        new TurnListener() {
          @Override
          public void onResumed(ResumeReport report) {
            resumed.incrementAndGet();
          }
        };
    TurnResult result = session.runTurn(TurnInput.of(prompt), counting);
    if (result.status() == TurnStatus.COMPLETED) {
      assertEquals("answer to " + prompt, result.finalText());
    } else {
      failed.put(prompt, result);
    }
    if (ended.incrementAndGet() % KILL_EVERY == 0 && killing) {
      List<ProcessHandle> children = CodexLab.children();
      children.get(kills.getAndIncrement() % children.size()).destroyForcibly();
    }
  }
}
