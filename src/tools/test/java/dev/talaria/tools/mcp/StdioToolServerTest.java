package dev.talaria.tools.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** MCP over two streams: what comes in that is not a message, and what comes out. */
@Timeout(60)
class StdioToolServerTest {

  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"zeta\":{\"type\":\"number\"},\"alpha\":{\"type\":"
          + "\"string\"},\"mid\":{\"type\":\"string\"}},\"required\":[\"zeta\"]}";

  private final CountDownLatch interrupted = new CountDownLatch(1);

  private final ToolRegistry tools =
      ToolRegistry.of(
          HostTool.builder("echo")
              .description("Repeats.")
              .parameters(SCHEMA)
              .run(call -> ToolResult.of(call.arguments()))
              .build(),
          HostTool.builder("waits")
              .run(
                  call -> {
                    try {
                      new CountDownLatch(1).await();
                      return null;
                    } finally {
                      interrupted.countDown();
                    }
                  })
              .build());

  private List<JsonNode> answers(byte[] input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StdioToolServer.serve(tools, new ByteArrayInputStream(input), out);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      if (!line.isEmpty()) {
        answers.add(WireJson.mapper().readTree(line));
      }
    }
    return answers;
  }

  private List<JsonNode> answers(String... lines) throws IOException {
    return answers((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String call(int id, String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\",\"arguments\":"
        + arguments
        + "}}";
  }

  @Test
  void the_end_of_the_input_does_not_lose_an_answer() throws IOException {
    List<JsonNode> answers =
        answers(
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"initialize\",\"params\":"
                + "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":"
                + "{\"name\":\"x\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            call(2, "echo", "{\"zeta\":1.50,\"alpha\":\"ä\"}"));
    assertEquals(2, answers.size());
    assertEquals("2025-06-18", answers.get(0).at("/result/protocolVersion").asText());
    assertEquals(
        "{\"zeta\":1.50,\"alpha\":\"ä\"}", answers.get(1).at("/result/content/0/text").asText());
    assertFalse(answers.get(1).at("/result/isError").asBoolean());
  }

  @Test
  void the_schema_is_listed_in_its_own_order() throws IOException {
    JsonNode list = answers("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}").get(0);
    assertEquals("echo", list.at("/result/tools/0/name").asText());
    assertEquals(SCHEMA, list.at("/result/tools/0/inputSchema").toString());
  }

  @Test
  void bad_arguments_are_an_error_that_the_model_reads() throws IOException {
    JsonNode answer = answers(call(1, "echo", "{\"zeta\":\"x\"}")).get(0);
    assertTrue(answer.at("/result/isError").asBoolean());
    assertTrue(answer.at("/result/content/0/text").asText().contains("zeta"));
  }

  @Test
  void what_is_no_message_is_answered_and_the_session_goes_on() throws IOException {
    List<JsonNode> answers =
        answers(
            "{",
            "",
            "[]",
            "42",
            "{\"jsonrpc\":\"2.0\",\"id\":9}",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":8,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"no/such\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"tools/call\",\"params\":[1]}",
            "[".repeat(100_000),
            "x".repeat(9 << 20),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
    List<Integer> codes = answers.stream().map(answer -> answer.at("/error/code").asInt()).toList();
    assertEquals(10, codes.size(), codes.toString());
    assertEquals(List.of(-32700, -32600, -32600, -32600, -32600), codes.subList(0, 5));
    assertEquals(1, answers.get(9).path("id").asInt());
    assertTrue(answers.get(9).has("result"));
  }

  @Test
  void ten_thousand_random_lines_do_not_end_the_session() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    String valid = call(1, "echo", "{\"zeta\":1}");
    for (int i = 0; i < 10_000; i++) {
      byte[] line = new byte[random.nextInt(200)];
      random.nextBytes(line);
      if (i % 3 == 0) {
        // Something that begins as a message does.
        line = valid.substring(0, random.nextInt(valid.length())).getBytes(StandardCharsets.UTF_8);
      }
      input.write(line);
      input.write('\n');
    }
    input.write((call(4711, "echo", "{\"zeta\":1}") + "\n").getBytes(StandardCharsets.UTF_8));
    List<JsonNode> answers = answers(input.toByteArray());
    assertTrue(
        answers.stream()
            .anyMatch(answer -> answer.path("id").asInt() == 4711 && answer.has("result")));
  }

  @Test
  void a_cancelled_call_is_interrupted() throws Exception {
    List<JsonNode> answers =
        answers(
            call(1, "waits", "{}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                + "{\"requestId\":1}}");
    assertEquals(-32800, answers.get(0).at("/error/code").asInt());
  }

  @Test
  void calls_that_run_at_the_end_of_the_input_are_stopped() throws Exception {
    JsonNode answer = answers(call(1, "waits", "{}")).get(0);
    assertEquals("the host has closed its tools", answer.at("/result/content/0/text").asText());
    interrupted.await();
  }

  @Test
  void a_client_that_reads_no_more_ends_the_session() throws IOException {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    StdioToolServer.serve(
        tools,
        new ByteArrayInputStream(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n"
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8)),
        broken);
  }
}
