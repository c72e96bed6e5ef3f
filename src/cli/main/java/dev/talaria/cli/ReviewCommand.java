package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.TurnResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria review}: one review, with what it found. */
@Command(
    name = "review",
    description = {
      "Has Codex review changes and prints its findings.",
      "Findings are not a failure: the exit code says whether the review was completed."
    },
    footer = {"", "Exit codes: 0 fine, 1 the review failed, 2 misuse, 3 Codex missing or too old."})
final class ReviewCommand extends SessionCommand {

  @ArgGroup private Target target;

  /** What is reviewed; at most one of them. */
  private static final class Target {

    @Option(
        names = "--uncommitted",
        description =
            "Reviews everything that is staged, changed or new in the working tree. This is"
                + " the default.")
    private boolean uncommitted;

    @Option(
        names = "--base",
        paramLabel = "BRANCH",
        description = "Reviews the changes of the current branch against this one.")
    private String base;

    @Option(
        names = "--commit",
        paramLabel = "SHA",
        description = "Reviews the changes of this commit.")
    private String commit;

    @Parameters(
        paramLabel = "INSTRUCTIONS",
        arity = "0..*",
        description = "What to review, in your own words.")
    private List<String> instructions;

    private ReviewTarget read() {
      if (base != null) {
        return ReviewTarget.BaseBranch.of(base);
      } else if (commit != null) {
        return ReviewTarget.Commit.of(commit);
      }
      return uncommitted
          ? ReviewTarget.UncommittedChanges.of()
          : ReviewTarget.Custom.of(String.join(" ", instructions));
    }

    private boolean isBlank() {
      boolean said = instructions != null && !instructions.isEmpty();
      return Stream.of(base, commit, said ? String.join(" ", instructions) : null)
          .anyMatch(text -> text != null && text.isBlank());
    }
  }

  private Turn review;

  @Override
  List<Start> starts() {
    if (target != null && target.isBlank()) {
      throw misuse("review: --base, --commit and the instructions must not be blank");
    }
    ReviewTarget what = target == null ? ReviewTarget.UncommittedChanges.of() : target.read();
    return List.of((session, listener) -> start(session, what, listener));
  }

  private Turn start(CodexSession session, ReviewTarget what, TurnListener listener) {
    review = session.review(what, listener);
    return review;
  }

  /** A review has no effort of its own; it takes its thread's. */
  @Override
  void effort(SessionOptions.Builder options, String level) {
    options.config("model_reasoning_effort", level);
  }

  private Optional<ReviewFindings> findings() {
    return review == null ? Optional.empty() : review.findings();
  }

  @Override
  protected String text(TurnResult result) {
    return findings().map(ReviewText::of).orElse("");
  }

  @Override
  void addTo(ObjectNode document) {
    document.set("review", findings().map(ReviewText::json).orElse(null));
  }
}
