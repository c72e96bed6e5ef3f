package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.ReviewFindings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewReaderTest {

  /** As 0.125.0 to 0.169.0 wrote it. */
  private static final String TEXT =
      """
      because
      of it

      Full review comments:

      - [P1] Bug \u2014 /w/f.txt:1-2
        bad
        second line

      - Other \u2014 /w/a - b.txt:3-3
        b2"""
          .stripIndent();

  @TempDir Path folder;

  @Test
  void a_text_tells_explanation_and_findings() {
    ReviewFindings findings = ReviewReader.read("", TEXT);
    assertTrue(findings.structured());
    assertEquals("because\nof it", findings.explanation());
    assertEquals("", findings.correctness());
    assertEquals(
        List.of(
            finding("[P1] Bug", "bad\nsecond line", OptionalInt.of(1), "/w/f.txt", 1, 2),
            finding("Other", "b2", OptionalInt.empty(), "/w/a - b.txt", 3, 3)),
        findings.findings());
  }

  private static Finding finding(
      String title, String body, OptionalInt priority, String file, int first, int last) {
    return new Finding(title, body, OptionalDouble.empty(), priority, file, first, last);
  }

  @Test
  void a_text_in_the_models_own_words_is_not_structured() {
    ReviewFindings findings = ReviewReader.read("", "looks fine: - a \u2014 b:1-2 is odd");
    assertFalse(findings.structured());
    assertEquals(List.of(), findings.findings());
    assertEquals(findings.text(), findings.explanation());
  }

  @Test
  void a_rollout_of_this_review_tells_more_and_one_of_another_is_passed_over() throws IOException {
    Path rollout = folder.resolve("rollout.jsonl");
    Files.writeString(
        rollout,
        """
        {"payload":{"review_output":{"findings":[],"overall_correctness":"old"}}}
        {"payload":{"item":{"review_output":{"findings":[{"title":"Bug","body":"bad",\
        "confidence_score":0.9,"priority":0,"code_location":{"absolute_file_path":"/w/f",\
        "line_range":{"start":1,"end":2}}}],"overall_correctness":"patch is incorrect",\
        "overall_explanation":"because","overall_confidence_score":0.8}}}}
        {"payload":{}}
        """);
    String text = "because\n\nReview comment:\n\n- Bug \u2014 /w/f:1-2\n  bad";
    ReviewFindings findings = ReviewReader.read(rollout.toString(), text);
    assertEquals("patch is incorrect", findings.correctness());
    assertEquals(OptionalDouble.of(0.8), findings.confidence());
    assertEquals(OptionalDouble.of(0.9), findings.findings().get(0).confidence());
    assertEquals(OptionalInt.of(0), findings.findings().get(0).priority());

    assertEquals("", ReviewReader.read(rollout.toString(), TEXT).correctness());
    assertEquals(2, ReviewReader.read(folder + "/none", TEXT).findings().size());
  }
}
