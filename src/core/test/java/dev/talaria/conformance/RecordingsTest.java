package dev.talaria.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.conformance.CodexSchema.Union;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message of every recording is valid in the schema of the version that it was made with. */
class RecordingsTest {

  @TempDir static Path folder;
  @TempDir Path scratch;

  private static CodexSchema schema;

  @BeforeAll
  static void the_codex_under_test_writes_its_schema() throws Exception {
    schema = CodexSchema.ofCodexUnderTest(folder);
  }

  @Test
  void every_message_of_every_recording_is_valid() throws IOException {
    Path recordings =
        Path.of(System.getProperty("talaria.root"), "fixtures", "recordings")
            .resolve(PinnedCodex.selectedVersion());
    List<String> problems = new ArrayList<>();
    for (Path file : filesIn(recordings)) {
      problems.addAll(problemsIn(file));
    }
    assertTrue(problems.isEmpty(), () -> "\n" + String.join("\n", problems));
  }

  @Test
  void invalid_messages_are_found_with_their_lines() throws IOException {
    Path file =
        Files.writeString(
            scratch.resolve("bad.jsonl"),
            String.join(
                "\n",
                "{\"recording\":1}",
                "{\"t\":0,\"dir\":\"send\",\"msg\":{\"id\":1,\"method\":\"turn/start\",\"params\":{}}}",
                "{\"t\":0,\"dir\":\"recv\",\"msg\":{\"id\":1,\"result\":{\"turn\":5}}}",
                "{\"t\":0,\"dir\":\"recv\",\"msg\":{\"method\":\"turn/started\",\"params\":{}}}",
                "{\"t\":0,\"dir\":\"recv\",\"msg\":{\"id\":0,\"method\":\"item/fileChange/requestApproval\",\"params\":{}}}",
                "{\"t\":0,\"dir\":\"send\",\"msg\":{\"id\":0,\"result\":{\"decision\":\"maybe\"}}}",
                "{\"t\":0,\"dir\":\"send\",\"msg\":{\"method\":\"initialize\"}}"));
    List<String> problems = problemsIn(file);
    for (int line = 2; line <= 7; line++) {
      String place = "bad.jsonl:" + line + ": ";
      assertTrue(problems.stream().anyMatch(problem -> problem.startsWith(place)), place);
    }
    assertEquals(
        List.of(),
        problems.stream().filter(problem -> problem.startsWith("bad.jsonl:1:")).toList());
  }

  /** A recording that was cut off may end in the middle of its last line. */
  @Test
  void a_cut_last_line_is_no_problem_and_a_cut_line_before_it_is() throws IOException {
    Path cut =
        Files.writeString(scratch.resolve("cut.jsonl"), "{\"recording\":1}\n{\"t\":0,\"dir\"");
    assertEquals(List.of(), problemsIn(cut));
    Path broken =
        Files.writeString(
            scratch.resolve("broken.jsonl"), "{\"recording\":1}\n{\"t\":0,\n{\"t\":0}\n");
    assertTrue(problemsIn(broken).get(0).startsWith("broken.jsonl:2: no JSON"));
  }

  private static List<Path> filesIn(Path recordings) throws IOException {
    if (!Files.isDirectory(recordings)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(recordings)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static List<String> problemsIn(Path file) throws IOException {
    List<String> problems = new ArrayList<>();
    Map<String, Map<JsonNode, String>> asked =
        Map.of("send", new HashMap<>(), "recv", new HashMap<>());
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String place = file.getFileName() + ":" + (i + 1) + ": ";
      JsonNode line;
      try {
        line = WireJson.mapper().readTree(lines.get(i));
      } catch (IOException e) {
        if (i < lines.size() - 1) {
          problems.add(place + "no JSON: " + e.getMessage());
        }
        continue;
      }
      if (line.path("msg").isObject()) {
        problemsOf(line.path("dir").asText(), line.path("msg"), asked)
            .forEach(problem -> problems.add(place + problem));
      } else if (i > 0) {
        problems.add(place + "neither a header nor a message");
      }
    }
    return problems;
  }

  /** Remembers by direction which method an id asks for, so that its reply can be looked at. */
  private static List<String> problemsOf(
      String dir, JsonNode message, Map<String, Map<JsonNode, String>> asked) throws IOException {
    boolean sent = dir.equals("send");
    if (!sent && !dir.equals("recv")) {
      return List.of("dir is neither send nor recv but '" + dir + "'");
    }
    if (message.has("method") && message.has("id")) {
      asked.get(dir).put(message.get("id"), message.get("method").asText());
      return schema.problems(sent ? Union.CLIENT_REQUEST : Union.SERVER_REQUEST, message);
    } else if (message.has("method")) {
      return schema.problems(sent ? Union.CLIENT_NOTIFICATION : Union.SERVER_NOTIFICATION, message);
    } else if (message.has("error")) {
      return schema.errorProblems(message);
    }
    String method = asked.get(sent ? "recv" : "send").get(message.path("id"));
    if (method == null) {
      return List.of("a reply to nothing: id " + message.path("id"));
    }
    Union union = sent ? Union.SERVER_REQUEST : Union.CLIENT_REQUEST;
    return schema.resultProblems(union, method, message.path("result"));
  }
}
