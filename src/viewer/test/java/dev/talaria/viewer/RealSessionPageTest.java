package dev.talaria.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One session of the real Codex: its recording, its rollout and its stored thread are the same. */
@Timeout(120)
class RealSessionPageTest {

  @TempDir static Path folder;

  private static Showcase show;

  @BeforeAll
  static void run() throws Exception {
    show = new Showcase(folder);
  }

  @AfterAll
  static void close() throws IOException {
    show.close();
  }

  private static void assertWhole(PageData page) {
    assertEquals(2, page.of("command").size());
    assertEquals(3, page.of("command").get(1).path("exit").asInt());
    assertTrue(page.of("command").get(1).path("output").asText().contains("\u001b[32mPASS"));
    assertEquals(3, page.of("patch").get(0).path("changes").size());
    assertTrue(page.of("patch").get(0).toString().contains("name.isBlank()"));
    JsonNode tool = page.of("tool").get(0);
    assertEquals("srv say", tool.path("server").asText() + " " + tool.path("tool").asText());
    assertEquals("say said hi", tool.at("/result/content/0/text").asText(), tool.toString());
    assertEquals(1, page.of("compaction").size());
    assertTrue(page.texts().contains(Showcase.ANSWER));
    assertTrue(page.texts().contains("No, that is *all*."));
    assertEquals(show.threadId, page.head.at("/threads/0/id").asText());
    for (JsonNode turn : page.head.path("turns")) {
      assertEquals("completed", turn.path("status").asText());
    }
  }

  private static PageData page(Path session, String name) throws IOException {
    Path html = folder.resolve(name);
    assertEquals(List.of(), SessionPage.write(session, html).problems());
    return PageData.of(html);
  }

  @Test
  void its_recording() throws IOException {
    PageData page = page(show.recording, "recording.html");
    assertWhole(page);
    assertTrue(page.of("approval").size() >= 2);
    assertTrue(page.head.at("/turns/0/tokens/cached").asLong() > 31_000);
    assertEquals(0, page.head.at("/threads/1/parent").asInt());
    long compacting = page.head.at("/turns/2/tokens/in").asLong();
    assertEquals(100, compacting, "what a turn repeats of the one before is not counted twice");
    assertEquals(
        List.of("host", "agent", "compaction", "host"), page.head.findValuesAsText("origin"));
  }

  @Test
  void its_recording_with_the_audit_of_its_host() throws IOException {
    Path html = folder.resolve("audited.html");
    SessionPage.write(show.recording, show.audit, html);
    for (JsonNode approval : PageData.of(html).of("approval")) {
      assertEquals("the handler of the host", approval.path("by").asText(), approval.toString());
      assertEquals("handler", approval.path("why").asText());
    }
  }

  @Test
  void its_rollout() throws IOException {
    PageData page = page(show.rollout(), "rollout.html");
    assertWhole(page);
    assertTrue(page.head.at("/turns/0/tokens/cached").asLong() > 31_000);
    assertEquals("0.169.0", page.head.at("/threads/0/version").asText());
    // The agent has a rollout of its own.
    assertEquals(0, page.head.at("/threads/1/parent").asInt());
    assertTrue(page.head.findValuesAsText("origin").contains("agent"));
  }

  @Test
  void its_rollout_without_that_of_its_agent() throws IOException {
    Path alone = Files.copy(show.rollout(), folder.resolve("alone.jsonl"));
    PageData page = page(alone, "alone.html");
    assertWhole(page);
    assertFalse(page.head.findValuesAsText("origin").contains("agent"));
  }

  @Test
  void its_stored_thread_and_that_of_its_agent() throws IOException {
    Path html = folder.resolve("stored.html");
    SessionPage.write(show.codex.threads(), show.threadId, html);
    PageData page = PageData.of(html);
    assertWhole(page);
    assertEquals(0, page.head.at("/threads/1/parent").asInt());
    assertTrue(page.texts().toString().contains("its **clock** stands still"));
  }
}
