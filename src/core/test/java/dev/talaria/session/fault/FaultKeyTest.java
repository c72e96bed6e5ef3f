package dev.talaria.session.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.lab.CodexLab;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts that are killed while they send a prompt with a key: the next one sends it again only if
 * Codex had not taken it.
 */
class FaultKeyTest {

  private static final int KILLS = 60 / Math.min(6, FaultLab.ONE_IN);
  private static final int LANES = 2;
  private static final int PROMPTS_OF_A_THREAD = 6;

  @TempDir Path folder;

  private final List<String> jvm = new ArrayList<>();
  private ScriptedModel model;
  private ScratchCodexHome home;
  private Path workspace;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void a_host_that_is_killed_while_it_sends_leaves_each_prompt_once() throws Exception {
    workspace = Files.createDirectory(folder.resolve("workspace")).toRealPath();
    ModelScript script =
        ModelScript.builder().repeat().reply(Reply.text("ok").delay(Duration.ofMillis(20))).build();
    try (ScriptedModel started = ScriptedModel.start(script);
        ScratchCodexHome created = ScratchCodexHome.builder(started.baseUrl()).create()) {
      model = started;
      home = created;
      archive_the_classes_of_a_child();
      List<CompletableFuture<Lane>> lanes =
          Stream.of("a", "b")
              .map(name -> CompletableFuture.supplyAsync(() -> new Lane(name).run()))
              .toList();
      Map<String, Integer> found = new TreeMap<>();
      List<String> keys = new ArrayList<>();
      for (CompletableFuture<Lane> each : lanes) {
        Lane lane = each.get(10, TimeUnit.MINUTES);
        lane.found.forEach((what, count) -> found.merge(what, count, Integer::sum));
        keys.addAll(lane.keys);
      }
      System.out.println("SIGKILL: " + KILLS + " hosts killed, their prompts: " + found);
      assertEquals(KILLS, keys.size());
      assertEachPromptOnce(keys);
      for (String outcome : List.of("sent-again", KeyChild.HAD_TAKEN)) {
        assertTrue(
            found.keySet().stream().anyMatch(what -> what.startsWith(outcome)),
            () -> "the kills miss '" + outcome + "': " + found);
      }
    }
  }

  /** As what the user says now once at most, and once in what the thread remembers in the end. */
  private void assertEachPromptOnce(List<String> keys) {
    Map<String, Integer> latest = new HashMap<>();
    Map<String, Integer> remembered = new HashMap<>();
    for (ModelRequest request : model.requests()) {
      latest.merge(request.latestPrompt(), 1, Integer::sum);
      Map<String, Integer> here = new HashMap<>();
      for (JsonNode item : request.body().path("input")) {
        for (JsonNode part : item.path("content")) {
          here.merge(part.path("text").asText(), 1, Integer::sum);
        }
      }
      here.forEach((text, count) -> remembered.merge(text, count, Math::max));
    }
    Map<String, String> wrong = new TreeMap<>();
    for (String key : keys) {
      int said = latest.getOrDefault(KeyChild.prompt(key), 0);
      int kept = remembered.getOrDefault(KeyChild.prompt(key), 0);
      if (said > 1 || kept != 1) {
        wrong.put(key, "said " + said + " times, remembered " + kept + " times");
      }
    }
    assertEquals(Map.of(), wrong, "the model has each prompt once");
  }

  /** Kills one host after the other; each asks for the key of the one before. */
  private final class Lane {
    final List<String> keys = new ArrayList<>();
    final Map<String, Integer> found = new TreeMap<>();
    private final String name;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private String threadId = "-";
    private String pending = "-";
    private boolean replied;

    /** From the moment before it is sent until Codex has named the turn, as last seen. */
    private long latency = TimeUnit.MILLISECONDS.toNanos(50);

    Lane(String name) {
      this.name = name;
    }

    Lane run() {
      try {
        for (int kill = 0; kill < KILLS / LANES; kill++) {
          killed(kill);
        }
        try (Child child = new Child(threadId, pending, "-", "")) {
          again(child.awaitLine(KeyChild.AGAIN));
          child.awaitLine(KeyChild.ENDED);
        }
        return this;
      } catch (IOException e) {
        throw new IllegalStateException("lane " + name + ", seed " + seed, e);
      }
    }

    private void killed(int kill) throws IOException {
      String key = name + kill;
      boolean fresh = kill > 0 && kill % PROMPTS_OF_A_THREAD == 0;
      try (Child child = new Child(threadId, pending, key, fresh ? "fresh" : "")) {
        if (!pending.equals("-")) {
          again(child.awaitLine(KeyChild.AGAIN));
        }
        threadId = child.awaitLine(KeyChild.THREAD);
        child.awaitLine(KeyChild.SEND);
        keys.add(key);
        pending = key;
        long start = System.nanoTime();
        if (kill % 5 == 0) {
          child.awaitLine(KeyChild.TAKEN);
          latency = System.nanoTime() - start;
        } else if (kill % 5 != 1) {
          LockSupport.parkNanos((long) (latency * (0.5 + 0.7 * random.nextDouble())));
        }
        child.kill();
        replied = kill % 5 == 0 || child.rest().contains(KeyChild.TAKEN);
      }
    }

    private void again(String said) {
      String[] words = said.split(" ");
      assertEquals(pending, words[0]);
      boolean ended = words[1].equals("COMPLETED") || words[1].equals("INTERRUPTED");
      assertTrue(ended, () -> said + ", seed " + seed);
      found.merge(words[2] + (replied ? " " : " without a reply ") + words[1], 1, Integer::sum);
    }
  }

  /** A host in a JVM of its own; closing it kills it. */
  private final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final StringBuilder log = new StringBuilder();

    Child(String threadId, String pending, String next, String fresh) throws IOException {
      List<String> command = new ArrayList<>(jvm);
      command.add(KeyChild.class.getName());
      command.addAll(List.of(CodexLab.executable().toString(), home.path().toString()));
      command.addAll(List.of(workspace.toString(), threadId, pending, next, fresh));
      home.isolatedEnvironment().forEach((name, value) -> command.add(name + "=" + value));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      said = process.inputReader();
    }

    /** The rest of the line that begins so. */
    String awaitLine(String start) throws IOException {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(start)) {
          return line.substring(start.length());
        }
        log.append(line).append('\n');
      }
      throw new IOException("the host ended; it said: " + log);
    }

    /** All that it says until it ends. */
    String rest() {
      return String.join("\n", said.lines().toList());
    }

    /** By its handle: the process itself would throw away what it has said. */
    void kill() {
      process.toHandle().destroyForcibly();
      process.onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }

  /** Half of a child's time would be spent on loading classes. */
  private void archive_the_classes_of_a_child() throws Exception {
    jvm.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    jvm.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Files.isDirectory(Path.of(entry)) ? jar(entry, path.size()) : entry);
    }
    jvm.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
    Path archive = folder.resolve("classes.jsa");
    jvm.add("-XX:ArchiveClassesAtExit=" + archive);
    try (Child child = new Child("-", "warm", "-", "")) {
      child.awaitLine(KeyChild.ENDED);
      child.process.waitFor();
    }
    jvm.set(jvm.size() - 1, "-XX:SharedArchiveFile=" + archive);
    jvm.add("-Xshare:auto");
    model.forgetRequests();
  }

  /** Only classes from jars can be archived. */
  private String jar(String classes, int number) {
    Path jar = folder.resolve(number + ".jar");
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    int code =
        tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes, ".");
    assertEquals(0, code);
    return jar.toString();
  }
}
