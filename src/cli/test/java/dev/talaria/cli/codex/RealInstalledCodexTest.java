package dev.talaria.cli.codex;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.wire.WireJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Codex in Talaria's cache, as processes find it and put it there. Codex is the real one; an
 * npm that downloads nothing stands in for npm.
 */
@Timeout(120)
class RealInstalledCodexTest {

  private static final String PINNED = PinnedCodex.pinnedVersion();

  @TempDir Path folder;

  private Path bin;
  private Path cache;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    Path real = folder.toRealPath();
    bin = Files.createDirectories(real.resolve("bin"));
    cache = real.resolve("cache");
    environment.put("PATH", bin.toString());
    environment.put("TALARIA_CACHE", cache.toString());
    environment.put("HOME", real.toString());
    environment.put("CODEX_HOME", Files.createDirectories(real.resolve("codex-home")).toString());
  }

  private record Outcome(int exit, String out, String err) {}

  private Process spawn(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(TalariaJvm.command(arguments));
    builder.environment().remove("TALARIA_CODEX");
    builder.environment().putAll(environment);
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Outcome talaria(String... arguments) throws IOException, InterruptedException {
    Process process = spawn(arguments);
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }

  private void assertMissing(Outcome outcome, String... words) {
    assertEquals(3, outcome.exit(), outcome.err());
    assertEquals("", outcome.out());
    String last = outcome.err().strip();
    last = last.substring(last.lastIndexOf('\n') + 1);
    assertTrue(last.startsWith("talaria: "), outcome.err());
    for (String word : words) {
      assertTrue(last.contains(word), outcome.err());
    }
  }

  private void program(String name, String... lines) throws IOException {
    Path file =
        Files.writeString(bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** An npm that "installs" the real Codex of the tests' cache, whatever it is asked for. */
  private void npm() throws Exception {
    Path modules = PinnedCodex.selected().executable();
    while (!modules.endsWith("node_modules")) {
      modules = modules.getParent();
    }
    program("node", "exit 9");
    program("npm", "PATH=/usr/bin:/bin", "echo \"$1\" >&2", "ln -s " + modules + " node_modules");
  }

  private List<String> installed() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("codex"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_turn_runs_on_the_codex_of_the_cache_when_there_is_no_other() throws Exception {
    environment.put("TALARIA_CACHE", PinnedCodex.defaultCache().toString());
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("from the cache"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      environment.putAll(home.isolatedEnvironment());
      environment.put("PATH", bin.toString());
      String codexHome = home.path().toString();
      Outcome run = talaria("run", "--codex-home", codexHome, "--cwd", folder.toString(), "hi");
      assertEquals(0, run.exit(), run.err());
      assertEquals("from the cache\n", run.out());
      Outcome doctor = talaria("doctor", "--json", "--codex-home", codexHome);
      String what = WireJson.mapper().readTree(doctor.out()).at("/findings/0/what").asText();
      assertTrue(what.contains(PinnedCodex.defaultCache().toString()), what);
      assertTrue(what.contains("Talaria has installed"), what);
    }
  }

  @Test
  void an_installed_release_is_printed_listed_and_used() throws Exception {
    npm();
    assertMissing(talaria("codex"), "codex was not found", "talaria codex install");
    Outcome install = talaria("codex", "install", PinnedCodex.selectedVersion());
    assertEquals(0, install.exit(), install.err());
    Path executable = Path.of(install.out().strip());
    assertTrue(executable.startsWith(cache.resolve("codex")), install.out());
    assertTrue(Files.isExecutable(executable));
    assertTrue(install.err().contains("npm: ci"), "from the lock file: " + install.err());
    assertTrue(install.err().contains("It is in use."), install.err());

    Outcome list = talaria("codex");
    assertEquals(0, list.exit(), list.err());
    assertEquals(
        List.of(PinnedCodex.selectedVersion(), "in use", executable.toString()),
        List.of(list.out().strip().split("  +")));

    environment.put("TALARIA_CODEX", PinnedCodex.selected().executable().toString());
    Outcome again = talaria("codex", "install", PinnedCodex.selectedVersion());
    assertEquals(install.out(), again.out());
    assertFalse(again.err().contains("npm:"), again.err());
    assertTrue(again.err().contains("$TALARIA_CODEX names it"), again.err());
    assertEquals(2, talaria("codex").out().lines().count());
  }

  @Test
  void what_npm_delivers_is_looked_at_before_it_takes_its_place() throws Exception {
    npm();
    Outcome other = talaria("codex", "install", "0.999.0");
    assertMissing(other, "0.999.0", PinnedCodex.selectedVersion());
    assertTrue(other.err().contains("npm: install"), other.err());
    assertEquals(List.of("0.999.0.lock"), installed());
  }

  @Test
  void versions_that_are_too_old_or_not_exact_are_refused_before_anything_is_done()
      throws Exception {
    assertMissing(talaria("codex", "install", "0.124.9"), "0.124.9", "0.125.0");
    for (String version : List.of("latest", "0.169", "0.169.0; rm -rf /")) {
      Outcome refused = talaria("codex", "install", version);
      assertEquals(2, refused.exit(), refused.err());
      assertTrue(refused.err().contains(version) && refused.err().contains(PINNED), refused.err());
    }
    assertFalse(Files.exists(cache));
  }

  @Test
  void a_killed_installation_is_not_taken_for_a_whole_one() throws Exception {
    npm();
    Path pid = folder.resolve("pid");
    String good = Files.readString(bin.resolve("npm"));
    Files.writeString(bin.resolve("npm"), good + "echo $$ > " + pid + "\nexec sleep 300\n");
    Process killed = spawn("codex", "install");
    try {
      await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(pid) && Files.size(pid) > 0);
    } finally {
      killed.destroyForcibly().waitFor();
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
    assertFalse(installed().contains(PINNED), installed().toString());
    assertMissing(talaria("codex"), "codex was not found");
    Files.writeString(bin.resolve("npm"), good);
    Outcome install = talaria("codex", "install", PinnedCodex.selectedVersion());
    assertEquals(0, install.exit(), install.err());
    if (PinnedCodex.selectedVersion().equals(PINNED)) {
      assertEquals(List.of(PINNED, PINNED + ".lock"), installed());
    }
  }

  @Test
  void a_cache_that_cannot_be_written_is_named_with_what_to_do() throws Exception {
    npm();
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    for (Path wrong : List.of(file, file.resolve("below"))) {
      environment.put("TALARIA_CACHE", wrong.toString());
      for (String command : List.of("demo", "codex install")) {
        assertMissing(
            talaria(command.split(" ")),
            wrong.resolve("codex") + " cannot be written (",
            "TALARIA_CACHE");
      }
    }
  }

  @Test
  void a_missing_npm_or_node_is_named_with_what_to_do() throws Exception {
    npm();
    Files.delete(bin.resolve("node"));
    assertMissing(talaria("codex", "install"), "node was not found on PATH", "Node.js");
    npm();
    Files.delete(bin.resolve("npm"));
    assertMissing(talaria("demo"), "npm was not found on PATH", "Node.js");
    assertEquals(List.of(PINNED + ".lock"), installed());
  }
}
