package dev.talaria.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script itself, copied into a folder of its own, on machines that lack something. */
@Timeout(60)
class LauncherTest {

  /** What the script calls besides Java and Maven. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "env",
          "dirname",
          "readlink",
          "find",
          "mktemp",
          "mkdir",
          "cat",
          "cp",
          "mv",
          "rm",
          "wc",
          "awk",
          "sed",
          "sleep",
          "uname");

  @TempDir Path folder;

  private Path root;
  private Path tools;
  private Path temporary;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void copy() throws IOException {
    assumeFalse(File.separatorChar == '\\', "the launcher is a script for bash");
    root = Files.createDirectories(folder.toRealPath().resolve("checkout"));
    temporary = Files.createDirectories(folder.resolve("tmp"));
    Path original = Path.of(System.getProperty("talaria.root"), "talaria");
    Files.copy(original, root.resolve("talaria"));
    for (String module : List.of("config-migration", "fixtures")) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
    }
    for (String module :
        List.of("base", "protocol", "core", "tools", "host", "llm", "bench", "cli")) {
      Files.createDirectories(root.resolve("src").resolve(module).resolve("main"));
      Files.writeString(root.resolve("src").resolve(module).resolve("pom.xml"), "<project/>");
    }
    Files.writeString(root.resolve("src/pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("fixtures/codex"));
    Files.writeString(root.resolve("fixtures/codex/package.json"), "{}");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      passOn(tool);
    }
    // What makes them goes on behind the launcher, in the folder that goes with the test.
    environment.put("TALARIA_CLASS_DATA", "off");
  }

  private void passOn(String tool) throws IOException {
    for (String entry : System.getenv("PATH").split(File.pathSeparator)) {
      Path file = Path.of(entry, tool);
      if (Files.isExecutable(file)) {
        executable(tools.resolve(tool), "#!/bin/sh\nexec " + file + " \"$@\"\n");
        return;
      }
    }
  }

  private static void program(Path file, String... lines) throws IOException {
    executable(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** A JDK of this version that does nothing but to say so; with a release file or without. */
  private Path jdk(String version, boolean release) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version + release));
    program(
        home.resolve("bin/java"),
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit; fi",
        "echo \"java $*\"");
    program(home.resolve("bin/javac"), "");
    if (release) {
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }
    return home;
  }

  /** Something that looks built. */
  private void build() throws IOException {
    Path target = Files.createDirectories(root.resolve("src/cli/target"));
    Files.writeString(target.resolve("talaria-all.jar"), "no jar");
  }

  private record Outcome(int exit, String out, String err) {}

  private Outcome launch(String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(tools.resolve("bash").toString(), root.resolve("talaria").toString()),
                    Stream.of(arguments))
                .toList());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertTrue(process.waitFor(50, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** One line that names the problem and what to do, with the exit code of misuse. */
  private void assertRefused(Outcome outcome, String... words) {
    assertEquals(2, outcome.exit(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().startsWith("talaria: "), outcome.err());
    for (String word : words) {
      assertTrue(outcome.err().contains(word), outcome.err());
    }
  }

  @Test
  void a_machine_without_java_is_told_to_install_it() throws Exception {
    assertRefused(launch("--version"), "java was not found on PATH", "JDK 17", "JAVA_HOME");
    build();
    assertRefused(launch("--version"), "java was not found on PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "plain/java", "empty"})
  void a_wrong_java_home_is_named(String wrong) throws Exception {
    Files.createDirectories(folder.resolve("empty/bin/java"));
    Files.createDirectories(folder.resolve("plain/java/bin"));
    Files.writeString(folder.resolve("plain/java/bin/java"), "not a program");
    environment.put("JAVA_HOME", folder.resolve(wrong).toString());
    Files.createSymbolicLink(tools.resolve("java"), jdk("17.0.1", true).resolve("bin/java"));
    build();
    assertRefused(launch("--version"), "JAVA_HOME", folder.resolve(wrong).toString(), "unset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "1.8.0_392", "16"})
  void an_old_jdk_is_refused_with_its_version(String version) throws Exception {
    build();
    for (boolean release : new boolean[] {true, false}) {
      environment.put("JAVA_HOME", jdk(version, release).toString());
      assertRefused(launch("--version"), version, "17 or newer", "JAVA_HOME");
    }
    assertEquals(List.of("talaria-all.jar"), names(root.resolve("src/cli/target")));
  }

  @Test
  void an_old_java_on_the_path_is_refused_with_its_version() throws Exception {
    Files.createSymbolicLink(tools.resolve("java"), jdk("11.0.2", false).resolve("bin/java"));
    build();
    assertRefused(launch("--version"), "11.0.2", "17 or newer");
  }

  @Test
  void a_java_that_says_no_version_is_named() throws Exception {
    program(tools.resolve("java"), "echo broken >&2; exit 1");
    build();
    assertRefused(launch("--version"), tools.resolve("java").toString(), "JDK 17");
  }

  @Test
  void a_good_jdk_runs_the_program_with_or_without_its_release_file() throws Exception {
    build();
    for (boolean release : new boolean[] {true, false}) {
      environment.put("JAVA_HOME", jdk("17.0.1", release).toString());
      Outcome outcome = launch("run", "a b");
      assertEquals(0, outcome.exit(), outcome.err());
      assertTrue(outcome.out().endsWith("talaria-all.jar run a b\n"), outcome.out());
    }
  }

  @Test
  void a_build_without_maven_is_refused_and_a_built_program_needs_none() throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.1", true).toString());
    assertRefused(launch("--version"), "mvn was not found on PATH", "Maven 3.8");
    build();
    assertEquals(0, launch("--version").exit());
  }

  @Test
  void a_build_with_a_java_that_cannot_compile_is_refused() throws Exception {
    Path home = jdk("17.0.1", true);
    Files.delete(home.resolve("bin/javac"));
    environment.put("JAVA_HOME", home.toString());
    program(tools.resolve("mvn"), "exit 9");
    assertRefused(launch("--version"), home.toString(), "no compiler", "JDK 17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/cli", "src/core", "fixtures", "config-migration"})
  void a_build_that_cannot_write_is_refused(String module) throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.1", true).toString());
    program(tools.resolve("mvn"), "exit 9");
    Files.writeString(root.resolve(module).resolve("target"), "in the way");
    assertRefused(launch("--version"), root.resolve(module).resolve("target").toString());
  }

  @Test
  void a_temporary_folder_that_cannot_be_written_is_named() throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.1", true).toString());
    environment.put("TMPDIR", folder.resolve("nowhere").toString());
    program(tools.resolve("mvn"), "exit 9");
    assertRefused(launch("--version"), folder.resolve("nowhere").toString(), "TMPDIR");
  }

  @Test
  void a_failing_build_shows_what_maven_says_and_leaves_no_file() throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.1", true).toString());
    program(tools.resolve("mvn"), "echo 'it is broken'; exit 9");
    Outcome outcome = launch("--version");
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(outcome.err().contains("it is broken"), outcome.err());
    assertTrue(outcome.err().contains("the build failed"), outcome.err());
    assertEquals(List.of(), names(temporary));
  }

  @Test
  void a_jdk_that_makes_no_class_data_is_asked_once_and_leaves_no_empty_archive() throws Exception {
    environment.remove("TALARIA_CLASS_DATA");
    Path runs = folder.resolve("runs");
    Path home = jdk("17.0.1", true);
    program(home.resolve("bin/java"), "echo \"$*\" >> " + runs, "exit 3");
    environment.put("JAVA_HOME", home.toString());
    build();
    assertEquals(3, launch("--version").exit());
    await().until(() -> Files.exists(size()) && names(temporary).isEmpty());
    List<String> commands = Files.readAllLines(runs);
    assertTrue(commands.get(0).endsWith("--version"), "the first command is not kept waiting");
    assertTrue(commands.get(commands.size() - 1).contains("-Xshare:dump"));
    assertFalse(
        names(root.resolve("src/cli/target")).stream().anyMatch(name -> name.endsWith(".jsa")));
    await().until(() -> !names(root.resolve("src/cli/target")).toString().contains(".making"));
    Files.delete(runs);
    assertEquals(3, launch("--version").exit());
    assertEquals(1, Files.readAllLines(runs).size(), "the dump is not tried again");
  }

  @Test
  void class_data_are_made_before_a_measurement_and_by_one_process_at_a_time() throws Exception {
    environment.remove("TALARIA_CLASS_DATA");
    Path runs = folder.resolve("runs");
    Path home = jdk("17.0.1", true);
    program(home.resolve("bin/java"), "echo \"$*\" >> " + runs);
    program(tools.resolve("script"), "test \"$1 $3\" = '-qec /dev/null' && exec bash -c \"$2\"");
    environment.put("JAVA_HOME", home.toString());
    build();
    Path making = size().resolveSibling(size().getFileName().toString().replace("size", "making"));
    Files.writeString(making, ProcessHandle.current().pid() + "\n");
    assertEquals(0, launch("--version").exit());
    assertEquals(1, Files.readAllLines(runs).size(), "another process makes them");
    Files.delete(runs);
    assertEquals(0, launch("bench", "figures").exit());
    List<String> commands = Files.readAllLines(runs);
    assertTrue(commands.get(commands.size() - 3).contains(" chat --codex "), commands.toString());
    assertTrue(commands.get(commands.size() - 2).contains("-Xshare:dump"), commands.toString());
    assertTrue(commands.get(commands.size() - 1).endsWith("bench figures"), commands.toString());
  }

  @Test
  void a_build_says_what_it_does() throws Exception {
    environment.put("JAVA_HOME", jdk("17.0.1", true).toString());
    program(
        tools.resolve("mvn"),
        "echo '[INFO] Scanning for projects...'",
        "echo 'Downloading from central: a'",
        "echo 'Downloading from central: b'",
        "echo '[INFO] Building Talaria base 0.1.0-SNAPSHOT                      [3/12]'",
        "mkdir -p " + root.resolve("src/cli/target"),
        "echo built > " + root.resolve("src/cli/target/talaria-cli-1-all.jar"));
    Outcome outcome = launch("--version");
    assertEquals(0, outcome.exit(), outcome.err());
    List<String> lines = outcome.err().lines().toList();
    assertEquals(3, lines.size(), outcome.err());
    assertTrue(lines.get(1).endsWith("downloading what Maven needs"), lines.get(1));
    assertTrue(lines.get(2).matches("talaria: +\\d+ s  \\[3/12\\] Talaria base"), lines.get(2));
    assertFalse(outcome.out().contains("INFO"), outcome.out());
  }

  /** The launcher's note that it has made the archive, or cannot make one. */
  private Path size() {
    return root.resolve("src/cli/target/talaria-17.0.1.jsa.size");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
