package dev.talaria.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the pages print on the real Codex what the pages show. */
class CommandPagesTest {

  private static final Pattern OUTPUT = Pattern.compile("(?ms)^```text\\n(.*?)^```$");

  @TempDir Path folder;

  @BeforeAll
  static void pinned() {
    assumeTrue(PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()));
  }

  private record Printed(int exit, String out, String err) {}

  private Printed talaria(ScratchCodexHome home, String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.talaria.cli.Talaria"));
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder command = new ProcessBuilder(line).directory(folder.toFile());
    command.environment().putAll(home.isolatedEnvironment());
    command.environment().put("TALARIA_CODEX", PinnedCodex.selected().executable().toString());
    command.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = command.start();
    try {
      process.getOutputStream().close();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return new Printed(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The block of the page that begins so. */
  private static String shown(String page, String beginning) throws IOException {
    return OUTPUT
        .matcher(read(Path.of(System.getProperty("talaria.root"), page)))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page + " shows nothing that begins: " + beginning));
  }

  private static String timeless(String text) {
    return text.replaceAll("\\d+(\\.\\d+)? m?s\\b", "TIME").replaceAll("(?m) +$| +(?=TIME)", " ");
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void the_demo_ends_as_the_readme_shows() throws Exception {
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      Printed demo = talaria(home, "demo");
      assertEquals(0, demo.exit(), demo.err());
      String end = timeless(shown("README.md", "assistant"));
      assertTrue(timeless(demo.out()).endsWith(end), () -> end + "\n---\n" + demo.out());
    }
  }

  @Test
  void a_migration_reports_what_its_page_shows() throws Exception {
    String page = read(Path.of(System.getProperty("talaria.root"), "docs/config-migration.md"));
    int yaml = page.indexOf("```yaml\n") + 8;
    Path host = folder.resolve("host.yaml");
    Files.writeString(host, page.substring(yaml, page.indexOf("```", yaml)));
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      Files.writeString(home.configFile(), "");
      Printed done = talaria(home, "migrate", "--host-config", host.toString());
      assertEquals(0, done.exit(), done.err());
      assertEquals(
          shown("docs/config-migration.md", "Wrote"),
          done.out().replace(home.path().toString(), "/home/me/.codex"));
      Files.writeString(home.configFile(), "mcp_servers = {}\n");
      Printed refused = talaria(home, "migrate", "--host-config", host.toString());
      assertEquals(1, refused.exit());
      assertEquals(
          flat(shown("docs/config-migration.md", "Asking")),
          flat(refused.err().replace(home.path().toString(), "~/.codex")));
    }
  }

  @Test
  void a_review_prints_its_findings_as_the_page_shows() throws Exception {
    String found =
        """
        {"findings":[{"title":"It leaks","body":"The stream is not closed when the read fails.",
          "confidence_score":0.9,"priority":1,"code_location":{"absolute_file_path":
          "/home/me/notes/Reader.java","line_range":{"start":3,"end":5}}}],
         "overall_correctness":"patch is incorrect","overall_explanation":"It leaks.",
         "overall_confidence_score":0.8}
        """;
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts(found));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      Printed review = talaria(home, "review", "--cwd", folder.toString(), "the reader");
      assertEquals(shown("docs/command-line.md", "[P1]"), review.out(), review.err());
    }
  }

  @Test
  void an_unknown_profile_is_refused_as_the_page_shows() throws Exception {
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      Printed run = talaria(home, "run", "--permissions", "ci", "hello");
      String message = flat(shown("docs/permissions.md", "Codex 0.169.0 refused"));
      assertTrue(flat(run.err()).contains(message), run.err());
    }
  }

  @Test
  void a_server_reports_what_its_page_shows() throws Exception {
    try (ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create()) {
      try {
        Printed serve = talaria(home, "serve");
        String printed =
            serve.out().replace(home.path().toString(), "/home/ada/.codex")
                + serve.err().replace(home.path().toString(), "/home/ada/.codex");
        assertEquals(
            shown("docs/server.md", "$ talaria serve"),
            "$ talaria serve\n" + printed.replaceAll("(?m)^(pid +)\\d+$", "$14711"));
      } finally {
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }
}
