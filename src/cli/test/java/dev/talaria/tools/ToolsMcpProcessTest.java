package dev.talaria.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.process.Processes;
import dev.talaria.protocol.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria tools-mcp} as Codex starts it: a process with pipes. */
@Timeout(60)
class ToolsMcpProcessTest {

  private static final String SECRET = "sk-abcdefghijklmnop1234";

  @TempDir Path folder;
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private BufferedReader start(String... arguments) throws IOException {
    return start(new ProcessBuilder(ToolLab.toolsMcp(arguments)));
  }

  private BufferedReader start(ProcessBuilder builder) throws IOException {
    builder.environment().put("TICKET_TOKEN", SECRET);
    builder.environment().put("UNRELATED_SECRET", "unrelated");
    builder.redirectError(folder.resolve("stderr.txt").toFile());
    process = builder.start();
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private String told(BufferedReader out, String tool, String arguments) throws IOException {
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + tool
            + "\",\"arguments\":"
            + arguments
            + "}}");
    JsonNode result = WireJson.mapper().readTree(out.readLine()).path("result");
    return (result.path("isError").asBoolean() ? "ERROR " : "")
        + result.at("/content/0/text").asText();
  }

  private int exit() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }

  private String stderr() throws IOException {
    return Files.readString(folder.resolve("stderr.txt"));
  }

  @Test
  void ten_thousand_random_lines_are_survived_and_the_end_of_input_is_exit_code_0()
      throws Exception {
    BufferedReader out = start("--verbose");
    Random random = new Random(11);
    byte[] lines = new byte[10_000 * 40];
    random.nextBytes(lines);
    for (int i = 39; i < lines.length; i += 40) {
      lines[i] = '\n';
    }
    Thread writer =
        new Thread(
            () -> {
              try {
                process.getOutputStream().write(lines);
                send("{\"jsonrpc\":\"2.0\",\"id\":4711,\"method\":\"ping\"}");
                process.getOutputStream().close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    boolean answered = false;
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      JsonNode frame = WireJson.mapper().readTree(line);
      assertEquals("2.0", frame.path("jsonrpc").asText(), line);
      answered |= frame.path("id").asInt() == 4711 && frame.has("result");
    }
    writer.join();
    assertTrue(answered);
    assertEquals(0, exit());
    assertTrue(stderr().contains("NOISE of a provider"), "what was printed is on stderr");
    assertTrue(stderr().contains("skill_view"), stderr());
  }

  @Test
  void ctrl_c_is_exit_code_0() throws Exception {
    BufferedReader out = start();
    assertEquals("skill x", told(out, "skill_view", "{\"name\":\"x\"}"));
    Processes.interrupt(process.pid());
    assertEquals(0, exit());
  }

  @Test
  void a_crash_is_exit_code_1_and_nothing_on_stdout() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(ToolLab.toolsMcp());
    builder.environment().put(NoisyProvider.CRASH, "1");
    BufferedReader out = start(builder);
    assertEquals(1, exit());
    assertNull(out.readLine());
    assertTrue(stderr().contains("this provider crashes"), stderr());
  }

  @Test
  void misuse_is_exit_code_2() throws Exception {
    start("--no-such-option");
    assertEquals(2, exit());
    start("--host-config", folder.resolve("none.yaml").toString());
    assertEquals(2, exit());
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "tools:\n  - name: shell\n");
    start("--host-config", bad.toString());
    assertEquals(2, exit());
    assertTrue(stderr().contains("tools[0]"), stderr());
  }

  @Test
  void tools_of_the_configuration_are_programs() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("host.yaml"),
            """
            model: x
            tools:
              - name: look_up
                description: Looks a ticket up.
                parameters:
                  type: object
                  properties: {id: {type: string}}
                  required: [id]
                command: sh
                args: [-c, 'cat; pwd; env; echo to stderr >&2']
                env: {TOKEN: "${TICKET_TOKEN}", URL: "https://x", NONE: "${NO_SUCH_VARIABLE}"}
              - name: fails
                description: Fails.
                command: sh
                args: [-c, 'echo "no ticket, token=%s" >&2; exit 3']
              - name: slow
                description: Takes too long.
                command: sh
                args: [-c, 'sleep 300 & sleep 300']
                timeout: 0.5
              - name: gone
                description: Is not there.
                command: /no/such/program
              - name: large
                description: Prints much.
                command: sh
                args: [-c, 'head -c 3000000 /dev/zero | tr "\\\\0" x']
            """
                .formatted(SECRET));
    BufferedReader out = start("--host-config", config.toString());
    String found = told(out, "look_up", "{\"id\":\"A-1\"}");
    assertTrue(found.startsWith("{\"id\":\"A-1\"}" + folder.toRealPath()), found);
    assertTrue(found.contains("TOKEN=" + SECRET) && found.contains("URL=https://x"), found);
    for (String absent : List.of("UNRELATED", "NONE=", "TICKET_TOKEN", "to stderr")) {
      assertFalse(found.contains(absent), absent + " in " + found);
    }
    assertTrue(told(out, "look_up", "{}").contains("id"));
    String failed = told(out, "fails", "{}");
    assertTrue(failed.startsWith("ERROR fails failed: its program ended with exit code 3"), failed);
    assertTrue(failed.contains("no ticket") && !failed.contains(SECRET), failed);
    String late = told(out, "slow", "{}");
    assertTrue(late.contains("no answer within 0.5 s"), late);
    assertTrue(told(out, "gone", "{}").contains("does not start"));
    String large = told(out, "large", "{}");
    assertTrue(large.length() <= 256 * 1024 && large.contains("[cut here"), large.length() + "");
    assertTrue(
        process
            .descendants()
            .noneMatch(child -> child.info().commandLine().orElse("").contains("sleep")),
        "what a late program started has ended");
    process.getOutputStream().close();
    assertEquals(0, exit());
  }
}
