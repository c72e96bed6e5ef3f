package dev.talaria.codex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.process.CodexCommand;
import dev.talaria.codex.process.OutputTail;
import dev.talaria.codex.process.Platform;
import dev.talaria.codex.process.Processes;
import dev.talaria.codex.process.Scripts;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexExecutableTest {

  private static final String HINT = "npm i -g @openai/codex";

  @TempDir Path dir;

  private Path codex(String... lines) {
    return Scripts.write(dir.resolve("bin/codex"), lines);
  }

  private CodexExecutable locate(Map<String, String> host) {
    return CodexExecutable.locate(CodexOptions.defaults(), host, dir.resolve("cache"));
  }

  private static CodexExecutable locate(Path executable) {
    CodexOptions options =
        CodexOptions.builder()
            .executable(executable)
            .versionTimeout(Duration.ofSeconds(60))
            .build();
    return CodexExecutable.locate(options, System.getenv(), Path.of("/nowhere"));
  }

  /** The host's environment with these directories in front of its path. */
  private static Map<String, String> path(Path... directories) {
    Map<String, String> host = new HashMap<>(System.getenv());
    host.remove(CodexExecutable.VARIABLE);
    StringBuilder path = new StringBuilder();
    for (Path directory : directories) {
      path.append(directory).append(File.pathSeparator);
    }
    host.put("PATH", path + "/usr/bin" + File.pathSeparator + "/bin");
    return host;
  }

  private static <X extends TalariaException> String refusal(Class<X> type, Path executable) {
    String message = assertThrows(type, () -> locate(executable)).getMessage();
    assertTrue(message.contains(HINT), message);
    return message;
  }

  @Test
  void the_executable_of_the_options_is_taken_first() {
    Path chosen = Scripts.write(dir.resolve("chosen"), "echo codex-cli 0.130.0");
    Map<String, String> host = path(codex("echo codex-cli 0.140.0").getParent());
    host.put("TALARIA_CODEX", "/nowhere/codex");
    CodexOptions options = CodexOptions.builder().executable(chosen).build();
    assertEquals(
        new CodexExecutable(chosen, new CodexVersion(0, 130, 0)),
        CodexExecutable.locate(options, host, dir));
  }

  @Test
  void the_variable_is_taken_before_the_path() {
    Path chosen = Scripts.write(dir.resolve("chosen"), "echo codex-cli 0.130.0");
    Map<String, String> host = path(codex("echo codex-cli 0.140.0").getParent());
    host.put("TALARIA_CODEX", chosen.toString());
    assertEquals(chosen, locate(host).path());
    host.put("TALARIA_CODEX", " ");
    assertEquals(dir.resolve("bin/codex"), locate(host).path());
  }

  @Test
  void a_bare_name_is_looked_up_on_the_path_that_the_child_sees() {
    Scripts.write(dir.resolve("a/codex-next"), "echo codex-cli 0.130.0");
    Scripts.write(dir.resolve("b/codex-next"), "echo codex-cli 0.131.0");
    CodexOptions options =
        CodexOptions.builder()
            .executable(Path.of("codex-next"))
            .environment("PATH", dir.resolve("b") + File.pathSeparator + "/usr/bin:/bin")
            .build();
    assertEquals(
        dir.resolve("b/codex-next"),
        CodexExecutable.locate(options, path(dir.resolve("a")), dir).path());
  }

  @Test
  void entries_of_the_path_that_hold_no_program_are_passed_over() throws IOException {
    Path plain = Files.createDirectories(dir.resolve("plain"));
    Files.writeString(plain.resolve("codex"), "not a program");
    Files.createDirectories(dir.resolve("folder/codex"));
    Path good = codex("echo 0.169.0");
    assertEquals(
        good,
        locate(
                path(
                    Path.of(""),
                    dir.resolve("none"),
                    plain,
                    dir.resolve("folder"),
                    good.getParent()))
            .path());
  }

  @Test
  void npms_script_is_replaced_by_the_binary_behind_it() throws IOException {
    Path modules = dir.toRealPath().resolve("node_modules");
    Path script = Scripts.write(modules.resolve("@openai/codex/bin/codex.js"), "exit 9");
    Path link =
        Files.createSymbolicLink(
            Files.createDirectories(modules.resolve(".bin")).resolve("codex"), script);
    Path binary =
        Scripts.write(
            modules
                .resolve("@openai")
                .resolve(Platform.CURRENT.packageName())
                .resolve("vendor")
                .resolve(Platform.CURRENT.targetTriple())
                .resolve("bin/codex"),
            "echo codex-cli 0.169.0");
    assertEquals(binary, locate(link).path());
    Files.delete(binary);
    Scripts.write(script, "echo codex-cli 0.170.0");
    assertEquals(
        new CodexExecutable(link, new CodexVersion(0, 170, 0)),
        locate(link),
        "without its binary, the script itself is used");
  }

  @Test
  void a_missing_codex_is_named() {
    String message =
        assertThrows(CodexNotFoundException.class, () -> locate(path(dir))).getMessage();
    assertTrue(message.contains("'codex'") && message.contains(HINT), message);
    message = refusal(CodexNotFoundException.class, dir.resolve("gone"));
    assertTrue(message.contains(dir.resolve("gone").toString()), message);
    Map<String, String> host = path();
    host.put("TALARIA_CODEX", "bad\0path");
    assertThrows(CodexNotFoundException.class, () -> locate(host));
  }

  @Test
  void a_file_that_is_not_executable_is_named() throws IOException {
    Path plain = Files.writeString(Files.createDirectories(dir.resolve("p")).resolve("codex"), "x");
    String message = refusal(CodexNotFoundException.class, plain);
    assertTrue(message.contains("not an executable file"), message);
    message =
        assertThrows(CodexNotFoundException.class, () -> locate(path(plain.getParent())))
            .getMessage();
    assertTrue(message.contains(plain.toString()), message);
    refusal(CodexNotFoundException.class, dir.resolve("p/."));
  }

  @Test
  void a_codex_that_is_too_old_is_refused_and_the_minimum_is_not() {
    assertEquals(
        "codex 0.124.0 is older than required 0.125.0. Run: npm i -g @openai/codex",
        refusal(CodexVersionException.class, codex("echo codex-cli 0.124.0")));
    refusal(CodexVersionException.class, codex("echo codex-cli 0.125.0-alpha.1"));
    assertEquals("0.125.0", locate(codex("echo codex-cli 0.125.0")).version().toString());
    assertEquals("99.0.0", locate(codex("echo codex-cli 99.0.0")).version().toString());
  }

  @Test
  void a_failing_version_command_is_reported_with_its_code_and_without_its_words() {
    String message =
        refusal(
            CodexVersionException.class,
            codex("echo 'broken, token=supersecretvalue' >&2", "exit 3"));
    assertTrue(message.contains("exited with 3."), message);
    assertFalse(message.contains("broken"), message);
    assertTrue(refusal(CodexVersionException.class, codex("exit 127")).contains("node"));
  }

  @Test
  void an_answer_without_a_version_is_reported_and_not_repeated() {
    String message = refusal(CodexVersionException.class, codex("echo hello; echo 0.169.0 >&2"));
    assertTrue(message.contains("did not report a version"), message);
    assertFalse(message.contains("hello"), message);
    assertTrue(message.contains(dir.resolve("bin/codex").toString()), message);
  }

  private Path install(String version, String... lines) {
    return Scripts.write(
        dir.resolve("cache")
            .resolve(version)
            .resolve("node_modules/@openai")
            .resolve(Platform.CURRENT.packageName())
            .resolve("vendor")
            .resolve(Platform.CURRENT.targetTriple())
            .resolve("bin/codex"),
        lines);
  }

  @Test
  void the_newest_installed_one_is_taken_when_the_path_has_none() {
    install("0.99.0", "echo codex-cli 0.99.0");
    install("0.130.0", "echo codex-cli 0.130.0");
    Path newest = install("0.169.0", "echo codex-cli 0.169.0");
    install(".0.170.0-12345", "echo half");
    install("0.171.0.lock", "echo half");
    assertEquals(new CodexExecutable(newest, new CodexVersion(0, 169, 0)), locate(path(dir)));
    assertEquals(
        List.of("0.169.0", "0.130.0"),
        CodexExecutable.installedIn(dir.resolve("cache")).stream()
            .map(release -> release.version().toString())
            .toList());
  }

  @Test
  void whatever_is_named_or_usable_on_the_path_comes_before_an_installed_one() {
    install("0.169.0", "echo codex-cli 0.169.0");
    Path onPath = codex("echo codex-cli 0.125.0");
    assertEquals(onPath, locate(path(onPath.getParent())).path());
    Map<String, String> host = path(dir);
    host.put("TALARIA_CODEX", dir.resolve("gone").toString());
    assertThrows(CodexNotFoundException.class, () -> locate(host));
    host.put("TALARIA_CODEX", codex("echo codex-cli 0.100.0").toString());
    assertThrows(CodexVersionException.class, () -> locate(host));
  }

  @Test
  void one_on_the_path_that_is_too_old_gives_way_and_one_that_does_not_answer_is_named() {
    Path installed = install("0.169.0", "echo codex-cli 0.169.0");
    Path onPath = codex("echo codex-cli 0.100.0");
    assertEquals(installed, locate(path(onPath.getParent())).path());
    codex("exit 3");
    assertThrows(CodexVersionException.class, () -> locate(path(onPath.getParent())));
  }

  @Test
  void an_installed_one_that_is_another_version_than_its_folder_says_is_still_checked() {
    install("0.169.0", "echo codex-cli 0.100.0");
    assertThrows(CodexVersionException.class, () -> locate(path(dir)));
  }

  /** On a machine with a hundred busy processes what was written is read seconds after the end. */
  @Test
  void a_version_that_is_read_long_after_the_end_counts() {
    CompletableFuture<Integer> nothingYet = new CompletableFuture<>();
    nothingYet.completeOnTimeout(-1, 1_500, TimeUnit.MILLISECONDS);
    InputStream in =
        new SequenceInputStream(
            new InputStream() {
              @Override
              public int read() {
                return nothingYet.join();
              }
            },
            new ByteArrayInputStream("codex-cli 0.169.0\n".getBytes(UTF_8)));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    assertEquals(
        Optional.of(new CodexVersion(0, 169, 0)),
        CodexCommand.reported(OutputTail.of(in, "late"), end));
  }

  @Test
  void a_codex_that_does_not_answer_is_given_up_and_killed_with_its_children() throws Exception {
    Path pids = dir.resolve("pids");
    Path stuck =
        codex(
            "trap '' TERM",
            "(trap '' TERM; while :; do sleep 1; done) &",
            "echo $! $$ > " + pids,
            "while :; do sleep 1; done");
    CodexOptions options =
        CodexOptions.builder().executable(stuck).versionTimeout(Duration.ofMillis(500)).build();
    String message =
        assertTimeout(
            Duration.ofSeconds(40),
            () ->
                assertThrows(
                        CodexVersionException.class,
                        () -> CodexExecutable.locate(options, System.getenv(), dir))
                    .getMessage());
    assertTrue(message.contains("did not answer within 500 ms"), message);
    assertTrue(message.contains(HINT), message);
    for (String pid : Files.readString(pids).strip().split(" ")) {
      Processes.awaitEnd(Long.parseLong(pid), Duration.ofSeconds(40));
    }
  }

  @Test
  void a_version_is_read_though_the_outputs_are_held_open() throws IOException {
    Path pid = dir.resolve("pid");
    Path holding = codex("sleep 120 & echo $! > " + pid, "echo codex-cli 0.169.0");
    assertTimeout(
        Duration.ofSeconds(40),
        () -> assertEquals("0.169.0", locate(holding).version().toString()));
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(ProcessHandle::destroy);
  }

  @Test
  void the_version_command_has_no_stdin_and_may_flood_its_outputs() {
    Path flooding =
        codex("cat", "head -c 3000000 /dev/zero >&2", "yes | head -c 3000000", "echo 0.169.0");
    assertEquals("0.169.0", locate(flooding).version().toString());
  }
}
