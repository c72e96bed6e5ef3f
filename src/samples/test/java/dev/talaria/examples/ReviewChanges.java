package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.result.ReviewFindings;
import java.nio.file.Path;

/** Has Codex review what is not committed: {@code ReviewChanges DIRECTORY}. */
public final class ReviewChanges {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      Turn review = session.review(ReviewTarget.UncommittedChanges.of());
      review.await();
      ReviewFindings found = review.findings().orElseThrow(); // none if it did not complete
      for (ReviewFindings.Finding each : found.findings()) {
        System.out.println(each.file() + ":" + each.firstLine() + ": " + each.title());
      }
      System.out.println(found.structured() ? found.explanation() : found.text());
    }
  }
}
