package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.ReviewFindings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a review found, for a person and as JSON. */
final class ReviewText {

  private ReviewText() {}

  /** Each finding with its priority, title, place and body, and the verdict at the end. */
  static String of(ReviewFindings review) {
    if (!review.structured()) {
      return review.text();
    }
    List<String> parts = new ArrayList<>();
    review.findings().forEach(each -> parts.add(of(each)));
    if (parts.isEmpty()) {
      parts.add("Nothing was found.");
    }
    String verdict =
        review.correctness()
            + (review.correctness().isEmpty() || review.explanation().isEmpty() ? "" : ": ")
            + review.explanation();
    if (!verdict.isEmpty()) {
      parts.add(verdict);
    }
    return String.join("\n\n", parts);
  }

  private static String of(Finding finding) {
    StringBuilder text = new StringBuilder();
    // Codex has its reviewer begin the title with the priority; not every model does.
    if (finding.priority().isPresent() && !finding.title().matches("\\[P\\d].*")) {
      text.append("[P").append(finding.priority().getAsInt()).append("] ");
    }
    text.append(finding.title());
    if (!finding.file().isEmpty()) {
      text.append("\n  ").append(finding.file());
      if (finding.firstLine() > 0) {
        text.append(':').append(finding.firstLine());
      }
      if (finding.lastLine() > finding.firstLine()) {
        text.append('-').append(finding.lastLine());
      }
    }
    finding.body().lines().forEach(line -> text.append('\n').append(("  " + line).stripTrailing()));
    return text.toString();
  }

  /** As {@code --json} prints it. */
  static ObjectNode json(ReviewFindings review) {
    ObjectNode document =
        JsonNodeFactory.instance.objectNode().put("structured", review.structured());
    ArrayNode findings = document.putArray("findings");
    for (Finding each : review.findings()) {
      findings
          .addObject()
          .put("title", each.title())
          .put("body", each.body())
          .put("confidence", orNull(each.confidence()))
          .put("priority", each.priority().isPresent() ? each.priority().getAsInt() : null)
          .put("file", each.file())
          .put("firstLine", each.firstLine())
          .put("lastLine", each.lastLine());
    }
    return document
        .put("correctness", review.correctness())
        .put("explanation", review.explanation())
        .put("confidence", orNull(review.confidence()))
        .put("text", review.text());
  }

  private static Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
