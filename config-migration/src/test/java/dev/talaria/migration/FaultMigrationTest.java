package dev.talaria.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.section.Markers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Migrations by many processes at once, and migrations that are killed. */
class FaultMigrationTest {

  private static final List<String> HOSTS = List.of("talaria", "hermes", "x.y", "z_1");
  private static final int EACH = 4;
  private static final int KILLS = 200 / Integer.getInteger("talaria.fault.oneIn", 1);

  /** Some migrations long. */
  private static final int LATEST_NANOS = 80_000_000;

  private static final String USER =
      "model = \"m\" # é\r\n\r\n[mcp_servers.own]\ncommand = \"own\"\n\n[t]\nx = '''\n[y]\n'''";

  private static List<String> options;

  @TempDir(factory = MemoryFolder.class)
  Path home;

  @TempDir Path reports;

  /** An archive of the classes that a migration loads, so that a child starts in half the time. */
  @BeforeAll
  static void archive_the_classes_of_a_child(@TempDir Path folder) throws Exception {
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Files.isDirectory(Path.of(entry)) ? jar(entry, folder, path.size()) : entry);
    }
    List<String> jars = List.of("-cp", String.join(File.pathSeparator, path));
    Path archive = folder.resolve("classes.jsa");
    Files.createFile(MigrationChild.go(folder));
    List<String> archiving = new ArrayList<>(jars);
    archiving.add("-XX:ArchiveClassesAtExit=" + archive);
    try (ChildJvm child =
        ChildJvm.migrating(
            archiving, "once", Files.createDirectory(folder.resolve("home")), "any", 0, folder)) {
      assertEquals(0, child.exitCode(), child.rest());
    }
    options = new ArrayList<>(jars);
    options.add("-XX:SharedArchiveFile=" + archive);
  }

  /** Only classes from jars can be archived. */
  private static String jar(String folder, Path to, int number) {
    Path jar = to.resolve(number + ".jar");
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    int code =
        tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", folder, ".");
    assertEquals(0, code);
    return jar.toString();
  }

  @Test
  void sixteen_processes_take_turns_and_tell_the_truth() throws Exception {
    Path config = Files.writeString(home.resolve("config.toml"), USER);
    AtomicBoolean done = new AtomicBoolean();
    List<ChildJvm> children = new ArrayList<>();
    CompletableFuture<Integer> reads = null;
    try {
      for (String host : HOSTS) {
        for (int number = 0; number < EACH; number++) {
          children.add(ChildJvm.migrating(options, "once", home, host, number, reports));
        }
      }
      // Let loose at once when all are there: a busy machine takes long to start them.
      for (ChildJvm child : children) {
        child.awaitWord(MigrationChild.READY);
      }
      reads = CompletableFuture.supplyAsync(() -> readUntil(done, config));
      Files.createFile(MigrationChild.go(reports));
      for (int i = 0; i < children.size(); i++) {
        String host = HOSTS.get(i / EACH);
        String said = children.get(i).rest();
        assertTrue(said.contains("[" + host + "-" + i % EACH + ", " + host + "-all]"), said);
        assertEquals(0, children.get(i).exitCode(), said);
      }
    } finally {
      done.set(true);
      children.forEach(ChildJvm::close);
    }
    System.out.println("16 processes: read " + reads.get() + " times meanwhile, always valid");
    assertEquals(Files.readString(config), lastOfChain());
    TomlParseResult last = Toml.parse(config);
    for (String host : HOSTS) {
      Markers markers = new Markers(host);
      assertEquals(1, Files.readAllLines(config).stream().filter(markers.start()::equals).count());
      String command = last.getString(List.of("mcp_servers", host + "-all", "command"));
      String own = host + "-" + command.substring(1);
      assertEquals("c", last.getString(List.of("mcp_servers", own, "command")));
    }
    assertEquals(1 + 2 * HOSTS.size(), last.getTable("mcp_servers").size());
    HOSTS.forEach(host -> MigrationChild.migrator(home, host).unmigrate());
    assertEquals(USER, Files.readString(config));
  }

  /** What each found is what another, or the user, left: none wrote over what it had not read. */
  private String lastOfChain() throws IOException {
    Map<String, String> next = new HashMap<>();
    for (String host : HOSTS) {
      for (int number = 0; number < EACH; number++) {
        next.put(
            Files.readString(reports.resolve(host + number + ".before")),
            Files.readString(reports.resolve(host + number + ".after")));
      }
    }
    String at = USER;
    for (int i = 0; i < HOSTS.size() * EACH; i++) {
      at = next.remove(at);
      assertTrue(at != null, "the chain of reports ends after " + i);
    }
    return at;
  }

  private static int readUntil(AtomicBoolean done, Path config) {
    int reads = 0;
    while (!done.get()) {
      try {
        TomlParseResult result = Toml.parse(config);
        assertFalse(result.hasErrors(), () -> result.errors().toString());
        assertEquals("own", result.getString("mcp_servers.own.command"));
        reads++;
        // The others need the processor, too.
        LockSupport.parkNanos(1_000_000);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return reads;
  }

  /** Each kill needs a JVM of its own, which a busy machine takes seconds to start. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_killed_migration_leaves_an_old_or_a_new_file_and_the_next_one_repairs_the_rest()
      throws Exception {
    List<CompletableFuture<Map<String, Integer>>> homes =
        Stream.of("one", "two")
            .map(name -> CompletableFuture.supplyAsync(() -> killed(home.resolve(name))))
            .toList();
    Map<String, Integer> found = new TreeMap<>();
    for (CompletableFuture<Map<String, Integer>> each : homes) {
      each.get(20, TimeUnit.MINUTES)
          .forEach((what, count) -> found.merge(what, count, Integer::sum));
    }
    System.out.println("SIGKILL: " + KILLS + " migrations killed, found " + found);
    assertTrue(found.get("interrupted") > KILLS / 20, "the kills miss the writes: " + found);
  }

  private static Map<String, Integer> killed(Path home) {
    try {
      return killedIn(Files.createDirectory(home));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Half of the kills: two folders keep both processors busy. */
  private static Map<String, Integer> killedIn(Path home) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] start = USER.getBytes(UTF_8);
    Path config = Files.write(home.resolve("config.toml"), start);
    Map<String, String> outcomes = new HashMap<>();
    outcomes.put(USER, "start");
    for (int number = 0; number < 2; number++) {
      Migrator migrator = MigrationChild.migrator(home, "talaria");
      migrator.migrate(MigrationChild.host("talaria", number));
      outcomes.put(Files.readString(config), "outcome " + number);
    }
    Map<String, Integer> found = new TreeMap<>();
    for (int kill = 0; kill < KILLS / 2; kill++) {
      try (ChildJvm child = ChildJvm.migrating(options, "loop", home)) {
        child.awaitWord(MigrationChild.READY);
        if (kill % 2 == 0) {
          child.killAfter(random.nextInt(LATEST_NANOS));
        } else {
          // A busy machine may not let the child write within that time.
          while (names(home).size() <= 4) {
            LockSupport.parkNanos(500_000);
          }
          child.kill();
        }
      }
      String context = "kill " + kill + ", seed " + seed;
      String outcome = outcomes.get(Files.readString(config));
      assertTrue(outcome != null, () -> context);
      found.merge(outcome, 1, Integer::sum);
      found.merge("interrupted", names(home).size() > 4 ? 1 : 0, Integer::sum);

      Migrator migrator = MigrationChild.migrator(home, "talaria");
      migrator.migrate(MigrationChild.host("talaria", kill % 2));
      assertEquals("outcome " + kill % 2, outcomes.get(Files.readString(config)), context);
      assertEquals(
          List.of(
              ".talaria-managed.json",
              ".talaria-managed.lock",
              "config.toml",
              "config.toml.talaria-backup"),
          names(home));
      if (kill % 2 == 0) {
        migrator.unmigrate();
        assertArrayEquals(start, Files.readAllBytes(config), context);
      }
    }
    return found;
  }

  private static List<String> names(Path home) throws IOException {
    try (var files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
