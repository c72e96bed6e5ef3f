package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProjectCommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String HELLO =
      "{\"method\":\"item/completed\",\"params\":{\"item\":{\"type\":\"agentMessage\",\"id\":\"m\","
          + "\"text\":\"héllo\"},\"threadId\":\"T\",\"turnId\":\"U\"}}";
  private static final String COMMAND =
      "{\"params\":{\"item\":{\"type\":\"commandExecution\",\"id\":\"c\",\"command\":\"ls\"},"
          + "\"threadId\":\"T\",\"turnId\":\"U\"},\"method\":\"item/completed\"}";
  private static final String DELTA =
      "{\"method\":\"item/agentMessage/delta\",\"params\":{\"delta\":\"x\"}}";

  private record Result(int exitCode, String out, String err) {
    JsonNode json() throws IOException {
      return MAPPER.readTree(out);
    }
  }

  @Test
  void raw_messages_become_one_json_document() throws IOException {
    Result result = project(DELTA + "\n" + COMMAND + "\n" + HELLO + "\n", "-", "--json");

    assertEquals(
        "{\"messages\":[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":"
            + "\"codex_exec_c\",\"type\":\"function\",\"function\":{\"name\":\"exec_command\","
            + "\"arguments\":\"{\\\"command\\\": \\\"ls\\\", \\\"cwd\\\": \\\"\\\"}\"}}]},"
            + "{\"role\":\"tool\",\"tool_call_id\":\"codex_exec_c\",\"content\":\"\"},"
            + "{\"role\":\"assistant\",\"content\":\"h\\u00E9llo\"}],"
            + "\"toolIterations\":1,\"finalText\":\"h\\u00E9llo\",\"badLines\":0}\n",
        result.out());
    assertEquals(0, result.exitCode());
  }

  @Test
  void only_what_was_received_counts_in_a_recording() throws IOException {
    String input =
        String.join(
            "\n",
            "{\"recording\":1,\"codex\":\"0.169.0\"}",
            "{\"t\":1,\"dir\":\"send\",\"msg\":" + HELLO + "}",
            "{\"t\":2,\"dir\":\"recv\",\"msg\":{\"id\":1,\"result\":{\"method\":1}}}",
            "{\"t\":3,\"dir\":\"recv\",\"msg\":" + COMMAND + "}",
            "{\"msg\":" + HELLO + ",\"dir\":\"send\"}",
            "{\"msg\":" + HELLO + ",\"dir\":\"recv\"}");

    JsonNode json = project(input, "-", "--json").json();

    assertEquals(3, json.get("messages").size());
    assertEquals("héllo", json.get("finalText").asText());
    assertEquals(0, json.get("badLines").asInt());
  }

  @Test
  void an_empty_recording_gives_an_empty_document() throws IOException {
    Result result = project("", "-", "--json");

    assertEquals(
        "{\"messages\":[],\"toolIterations\":0,\"finalText\":null,\"badLines\":0}\n", result.out());
    assertEquals(0, result.exitCode());
    assertEquals("", project("", "-").out());
  }

  @Test
  void byte_order_mark_crlf_and_blank_lines_are_tolerated() throws IOException {
    Result result = project("\uFEFF" + HELLO + "\r\n\r\n   \n" + COMMAND + "\r\n", "-", "--json");

    assertEquals(3, result.json().get("messages").size());
    assertEquals(0, result.exitCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[1]",
        "7",
        "{\"method\":\"item/completed\",\"params\":{\"item\":{\"type\":\"plan\"}",
        "{\"method\":\"item/completed\",\"params\":{\"item\":{\"a\":1e99999999999}}}",
        "{\"method\":\"item/agentMessage/delta\",\"params\":{\"delta\":\"cut he",
        "{\"t\":1,\"dir\":\"recv\",\"msg\":\"text\"}",
        "{\"method\":\"item/completed\"} {}",
        "\0\0\0{",
      })
  void a_bad_line_is_reported_and_skipped(String bad) throws IOException {
    Result result = project(COMMAND + "\n\n" + bad + "\n" + HELLO + "\n", "-", "--json");

    assertTrue(result.err().startsWith("project: line 3 skipped: "), result.err());
    assertEquals(3, result.json().get("messages").size());
    assertEquals(1, result.json().get("badLines").asInt());
    assertEquals(1, result.exitCode());
  }

  @Test
  void a_flood_of_bad_lines_is_counted_not_told() throws IOException {
    Result result = project("nonsense \u001b[2J\n".repeat(1000), "-", "--json");

    assertEquals(1000, result.json().get("badLines").asInt());
    assertEquals(102, result.err().lines().count());
    assertTrue(result.err().contains("... and 900 more such lines"), result.err());
    assertTrue(result.err().indexOf('\u001b') < 0);
  }

  @Test
  void without_json_the_transcript_is_a_table() {
    Result result = project(COMMAND + "\n" + HELLO + "\n", "-");

    assertTrue(result.out().startsWith("role       content\n"), result.out());
    assertTrue(result.out().contains("assistant  -> exec_command {\"command\": \"ls\""));
    assertTrue(result.out().endsWith("assistant  héllo\n"), result.out());
    assertEquals("project: messages 3, tool iterations 1, bad lines 0", result.err().strip());
  }

  @Test
  void a_file_is_read_by_its_name(@TempDir Path folder) throws IOException {
    Path recording = Files.writeString(folder.resolve("r.jsonl"), HELLO);

    assertEquals(
        "héllo", project("", recording.toString(), "--json").json().get("finalText").asText());
  }

  @Test
  void misuse_is_told_clearly(@TempDir Path folder) {
    Result missing = project("", folder.resolve("none.jsonl").toString(), "--json");
    Result directory = project("", folder.toString());

    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("none.jsonl does not exist; name a recording"));
    assertEquals("", missing.out());
    assertEquals(2, directory.exitCode());
    assertTrue(directory.err().contains("is a directory, not a recording"));
    assertEquals(2, project("").exitCode());
    assertEquals(2, project("", "-", "--nonsense").exitCode());
  }

  @Test
  void a_stream_that_breaks_ends_the_document_and_fails() throws IOException {
    InputStream broken =
        new InputStream() {
          private final InputStream start =
              new ByteArrayInputStream((HELLO + "\n").getBytes(StandardCharsets.UTF_8));

          @Override
          public int read() throws IOException {
            int next = start.read();
            if (next < 0) {
              throw new IOException("unplugged");
            }
            return next;
          }
        };
    Result result = run(broken, "-", "--json");

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("reading standard input failed: unplugged"), result.err());
    assertTrue(result.json().isObject());
  }

  @Test
  void an_empty_answer_does_not_take_an_earlier_one_away() throws IOException {
    String empty = HELLO.replace("héllo", "").replace("\"m\"", "\"n\"");

    JsonNode json = project(HELLO + "\n" + empty + "\n", "-", "--json").json();

    assertEquals("héllo", json.get("finalText").asText());
    assertEquals("", project(empty, "-", "--json").json().get("finalText").asText());
  }

  @Test
  void a_closed_pipe_ends_the_run_early() {
    StringWriter err = new StringWriter();
    Writer closed =
        new FilterWriter(Writer.nullWriter()) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            throw new IOException("closed pipe");
          }

          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("closed pipe");
          }
        };
    String message = "{\"method\":\"item/completed\",\"params\":{\"item\":{\"type\":\"plan\"}}}\n";
    byte[] input = message.repeat(5000).getBytes(StandardCharsets.UTF_8);

    int exitCode =
        new CommandLine(new ProjectCommand(new ByteArrayInputStream(input)))
            .setOut(new PrintWriter(closed))
            .setErr(new PrintWriter(err))
            .execute("-");

    assertEquals(1, exitCode);
    assertTrue(err.toString().contains("messages 512,"), err.toString());
  }

  static Result project(String input, String... args) {
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
  }

  private static Result run(InputStream stdin, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new ProjectCommand(stdin))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .execute(args);
    return new Result(exitCode, out.toString(), err.toString());
  }
}
