package dev.talaria.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria review} on the real Codex with a scripted reviewer. */
@Timeout(120)
class RealReviewCommandTest {

  private static final String FOUND =
      """
      {"findings":[{"title":"It leaks","body":"Close it.\\n\\nAlways.","confidence_score":0.9,
        "priority":1,"code_location":{"absolute_file_path":"/w/f.txt",
        "line_range":{"start":3,"end":5}}},{"title":"[P3] A name\\u001b[31m","body":"",
        "confidence_score":0.5,"priority":3,"code_location":{"absolute_file_path":"/w/g.txt",
        "line_range":{"start":7,"end":7}}}],
       "overall_correctness":"patch is incorrect","overall_explanation":"It leaks.",
       "overall_confidence_score":0.8}
      """;

  private static final String NOTHING =
      """
      {"findings":[],"overall_correctness":"patch is correct","overall_explanation":"Fine.",
       "overall_confidence_score":1}
      """;

  @TempDir Path workspace;

  private ScriptedModel model;
  private ScratchCodexHome home;

  private void start(String... answers) throws IOException {
    model = ScriptedModel.start(ModelScript.texts(answers));
    home = ScratchCodexHome.builder(model.baseUrl()).create();
  }

  @AfterEach
  void stop() throws IOException {
    model.close();
    home.close();
  }

  private CommandRun review(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("review"));
    line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
    line.addAll(List.of("--codex-home", home.path().toString(), "--cwd", workspace.toString()));
    line.addAll(List.of(arguments));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private String request(int number) {
    return model.requests().get(number).body().toString();
  }

  @Test
  void a_person_gets_the_findings_on_stdout() throws Exception {
    start(FOUND, NOTHING, "In my own words.");
    CommandRun found = review("look", "at f.txt");
    assertEquals(0, found.exit(), found.err());
    assertEquals(
        """
        [P1] It leaks
          /w/f.txt:3-5
          Close it.

          Always.

        [P3] A name\\u001b[31m
          /w/g.txt:7

        patch is incorrect: It leaks.
        """,
        found.out());
    assertTrue(found.err().contains("completed in"), found.err());
    assertTrue(request(0).contains("look at f.txt"), request(0));
    assertEquals("Nothing was found.\n\npatch is correct: Fine.\n", review("x").out());
    assertEquals("In my own words.\n", review("x").out());
  }

  @Test
  void json_is_one_document_with_the_findings_and_the_options_reach_codex() throws Exception {
    start(FOUND);
    CommandRun found = review("--json", "--effort", "low", "--model", "gpt-5.5", "the names");
    assertEquals(0, found.exit(), found.err());
    JsonNode review = found.json().path("review");
    assertTrue(review.path("structured").asBoolean());
    assertEquals("patch is incorrect", review.path("correctness").asText());
    assertEquals(2, review.path("findings").size());
    JsonNode first = review.path("findings").path(0);
    assertEquals("It leaks", first.path("title").asText());
    assertEquals("Close it.\n\nAlways.", first.path("body").asText());
    assertEquals(1, first.path("priority").asInt());
    assertEquals("/w/f.txt", first.path("file").asText());
    assertEquals(3, first.path("firstLine").asInt());
    assertEquals(5, first.path("lastLine").asInt());
    assertEquals("completed", found.json().at("/turns/0/status").asText());
    JsonNode asked = model.requests().get(0).body();
    assertEquals("low", asked.at("/reasoning/effort").asText());
    assertEquals("gpt-5.5", asked.path("model").asText());
  }

  @Test
  void each_target_reaches_the_reviewer() throws Exception {
    start(NOTHING, NOTHING, NOTHING);
    assertEquals(0, review().exit());
    assertTrue(request(0).contains("staged, unstaged, and untracked"), request(0));
    assertEquals(0, review("--uncommitted").exit());
    assertTrue(request(1).contains("staged, unstaged, and untracked"), request(1));
    assertEquals(0, review("--commit", "abc1234").exit());
    assertTrue(request(2).contains("abc1234"), request(2));
  }

  @Test
  void a_base_branch_needs_a_repository_with_it() throws Exception {
    start(NOTHING);
    CommandRun nowhere = review("--base", "main");
    assertEquals(1, nowhere.exit(), nowhere.err());
    assertTrue(nowhere.err().contains("not a git repository"), nowhere.err());
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "git"))),
        "git was not found");
    Files.writeString(workspace.resolve("f.txt"), "a");
    git("init", "-q", "-b", "trunk");
    git("add", "f.txt");
    git("-c", "user.name=n", "-c", "user.email=n@example.com", "commit", "-q", "-m", "one");
    assertEquals(0, review("--base", "trunk").exit());
    assertTrue(request(0).contains("trunk"), request(0));
  }

  private void git(String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(workspace.toFile());
    builder.environment().put("HOME", workspace.toString());
    assertEquals(0, builder.inheritIO().start().waitFor());
  }

  @Test
  void a_review_that_fails_is_1_and_has_no_findings() throws Exception {
    model =
        ScriptedModel.start(
            ModelScript.builder().repeat().reply(Reply.httpError(401, "{}")).build());
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    CommandRun failed = review("--json", "x");
    assertEquals(1, failed.exit(), failed.err());
    assertTrue(failed.json().path("review").isNull(), failed.out());
    assertEquals("failed", failed.json().at("/turns/0/status").asText());
  }
}
