package dev.talaria.session.result;

import dev.talaria.session.Turn;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a review found. Immutable.
 *
 * <p>Source: 0.125.0 to 0.169.0, measured. Codex asks its reviewer for this as JSON, keeps it in
 * the thread's rollout, and sends only a text that is derived from it. So without a rollout that
 * can be read, as for an ephemeral thread, verdict and confidence are empty. A model may answer in
 * its own words all the same: then only {@link #text} says what it found.
 *
 * @param structured whether the reviewer is known to have answered as it was asked; if not, there
 *     may be findings in the text that are not in the list
 * @param findings in the reviewer's order
 * @param correctness its verdict, such as {@code patch is correct} or {@code patch is incorrect};
 *     empty if it gave none
 * @param explanation why; empty if it did not say
 * @param confidence how sure it is of the verdict, from 0 to 1
 * @param text all of it for people, as Codex writes it
 */
public record ReviewFindings(
    boolean structured,
    List<Finding> findings,
    String correctness,
    String explanation,
    OptionalDouble confidence,
    String text) {

  /**
   * One thing that the reviewer found. Immutable.
   *
   * @param title in a line
   * @param body what is wrong, in Markdown
   * @param confidence how sure the reviewer is, from 0 to 1
   * @param priority 0 for the most urgent, to 3
   * @param file the absolute path; empty if it gave none
   * @param firstLine where it begins, counted from 1; 0 if it gave none
   * @param lastLine where it ends, this line included; 0 if it gave none
   */
  public record Finding(
      String title,
      String body,
      OptionalDouble confidence,
      OptionalInt priority,
      String file,
      int firstLine,
      int lastLine) {}

  /**
   * For tests of a host; {@link Turn#findings} gives those of a review.
   *
   * @param structured whether the reviewer answered as it was asked
   * @param findings copied
   * @param correctness empty for none
   * @param explanation empty for none
   * @param confidence from 0 to 1
   * @param text for people
   */
  public ReviewFindings {
    findings = List.copyOf(findings);
  }
}
