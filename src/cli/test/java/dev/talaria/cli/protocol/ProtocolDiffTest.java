package dev.talaria.cli.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria protocol diff} on small schemas of a test's own. */
class ProtocolDiffTest {

  @TempDir Path folder;

  private static final String STEER =
      message("turn/steer", "{\"threadId\":{\"type\":\"string\"}}", "\"threadId\"");
  private static final String DELTA =
      message("item/agentMessage/delta", "{\"delta\":{\"type\":\"string\"}}", "");

  private static String message(String method, String properties, String required) {
    return "{\"properties\":{\"method\":{\"enum\":[\"%s\"]},\"params\":{\"type\":\"object\",\"properties\":%s,\"required\":[%s]}}}"
        .formatted(method, properties, required);
  }

  /** A schema folder with these requests of the client and notifications of the server. */
  private Path schema(String name, String requests, String notifications) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    Files.writeString(made.resolve("ClientRequest.json"), "{\"oneOf\":[" + requests + "]}");
    Files.writeString(
        made.resolve("ServerNotification.json"),
        "{\"oneOf\":[" + notifications + "],\"definitions\":{\"ThreadItem\":{\"oneOf\":[]}}}");
    Files.writeString(made.resolve("ServerRequest.json"), "{\"oneOf\":[]}");
    return made;
  }

  private CommandRun diff(Path old, Path fresh) {
    return CommandRun.of("protocol", "diff", old.toString(), fresh.toString());
  }

  @Test
  void the_same_twice_is_nothing() throws IOException {
    CommandRun run = diff(schema("a", STEER, DELTA), schema("b", STEER, DELTA));
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("Codex a -> b"), run.out());
    assertTrue(run.out().contains("nothing changed"), run.out());
  }

  @Test
  void a_removed_method_that_is_called_affects_us_and_another_is_counted() throws IOException {
    String other = message("fs/watch", "{}", "");
    CommandRun run = diff(schema("a", STEER + "," + other, DELTA), schema("b", "", DELTA));
    assertEquals(1, run.exit(), run.err());
    assertTrue(run.out().contains("AFFECTED  method turn/steer"), run.out());
    assertTrue(run.out().contains("methods +0 -1"), run.out());
    assertFalse(run.out().contains("fs/watch"), run.out());
  }

  @Test
  void a_new_required_field_affects_us_and_a_new_optional_one_does_not() throws IOException {
    String more = "{\"threadId\":{\"type\":\"string\"},\"mood\":{\"type\":\"string\"}}";
    Path old = schema("a", STEER, DELTA);
    CommandRun optional =
        diff(old, schema("b", message("turn/steer", more, "\"threadId\""), DELTA));
    assertEquals(0, optional.exit(), optional.out());
    assertTrue(optional.out().contains("new mood"), optional.out());
    CommandRun required =
        diff(old, schema("c", message("turn/steer", more, "\"threadId\",\"mood\""), DELTA));
    assertEquals(1, required.exit(), required.out());
    assertTrue(required.out().contains("mood is required now"), required.out());
  }

  @Test
  void another_type_or_the_loss_of_a_field_that_is_read_affects_us() throws IOException {
    Path old = schema("a", STEER, DELTA);
    String number = message("item/agentMessage/delta", "{\"delta\":{\"type\":\"integer\"}}", "");
    CommandRun typed = diff(old, schema("b", STEER, number));
    assertEquals(1, typed.exit(), typed.out());
    assertTrue(typed.out().contains("delta may also be integer"), typed.out());
    String gone = message("item/agentMessage/delta", "{}", "");
    CommandRun lost = diff(old, schema("c", STEER, gone));
    assertEquals(1, lost.exit(), lost.out());
    assertTrue(lost.out().contains("delta is gone"), lost.out());
  }

  @Test
  void a_value_that_is_new_is_kept_and_so_is_null() throws IOException {
    String open =
        message("item/agentMessage/delta", "{\"delta\":{\"type\":[\"string\",\"null\"]}}", "");
    CommandRun run = diff(schema("a", STEER, DELTA), schema("b", STEER, open));
    assertEquals(0, run.exit(), run.out());
    assertTrue(run.out().contains("null is read as absent"), run.out());
  }

  private static String start(String permissions) {
    return message("thread/start", "{\"permissions\":" + permissions + "}", "");
  }

  @Test
  void a_field_that_is_sent_as_the_version_takes_it_affects_us_only_in_a_new_form()
      throws IOException {
    String tag = "{\"type\":\"string\",\"enum\":[\"profile\"]}";
    Path old =
        schema("a", start("{\"type\":\"object\",\"properties\":{\"type\":" + tag + "}}"), DELTA);
    CommandRun byId = diff(old, schema("b", start("{\"type\":\"string\"}"), DELTA));
    assertEquals(0, byId.exit(), byId.out());
    assertTrue(
        byId.out()
            .contains(
                "permissions may no longer be {profile}  (Talaria sends what the version takes)"),
        byId.out());
    CommandRun number = diff(old, schema("c", start("{\"type\":\"integer\"}"), DELTA));
    assertEquals(1, number.exit(), number.out());
  }

  @Test
  void json_is_one_document() throws IOException {
    Path old = schema("a", STEER, DELTA);
    CommandRun run =
        CommandRun.of(
            "protocol", "diff", "--json", old.toString(), schema("b", STEER, "").toString());
    assertEquals(1, run.exit(), run.err());
    JsonNode json = run.json();
    assertEquals("a", json.path("old").asText());
    assertTrue(json.path("affected").asBoolean());
    assertEquals("item/agentMessage/delta", json.at("/changes/0/name").asText());
    assertEquals("notification", json.at("/changes/0/kind").asText());
    assertTrue(json.at("/unused/method/added").isInt());
  }

  @Test
  void misuse_is_told_with_what_to_do() throws IOException {
    Path good = schema("a", STEER, DELTA);
    CommandRun missing = diff(good, folder.resolve("nothing"));
    assertEquals(2, missing.exit());
    assertTrue(missing.err().contains("does not exist"), missing.err());
    CommandRun empty = diff(good, Files.createDirectory(folder.resolve("empty")));
    assertEquals(2, empty.exit());
    assertTrue(empty.err().contains("generate-json-schema"), empty.err());
    assertEquals(2, CommandRun.of("protocol", "diff", good.toString()).exit());
    assertEquals(2, CommandRun.of("protocol").exit());
  }
}
