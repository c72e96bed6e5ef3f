package dev.talaria.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@link CodexSession#review} looks at, in the repository of the session's working directory.
 * Immutable.
 *
 * <p>Source: {@code ReviewTarget} of 0.125.0 to 0.169.0.
 */
public final class ReviewTarget {

  private final Map<String, String> params;

  private ReviewTarget(String type, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("type", type);
    if (!name.isEmpty()) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("the " + name + " of a review must not be blank");
      }
      all.put(name, value);
    }
    this.params = all;
  }

  /** {@return what is staged, changed or new in the working tree} */
  public static ReviewTarget uncommittedChanges() {
    return new ReviewTarget("uncommittedChanges", "", "");
  }

  /**
   * {@return what the current branch changes against another}
   *
   * @param branch such as {@code main}; not blank
   */
  public static ReviewTarget baseBranch(String branch) {
    return new ReviewTarget("baseBranch", "branch", branch);
  }

  /**
   * {@return what a commit changes}
   *
   * @param sha the commit; not blank
   */
  public static ReviewTarget commit(String sha) {
    return new ReviewTarget("commit", "sha", sha);
  }

  /**
   * {@return what a commit changes}
   *
   * @param sha the commit; not blank
   * @param title what the reviewer calls it, such as its subject
   */
  public static ReviewTarget commit(String sha, String title) {
    ReviewTarget target = commit(sha);
    target.params.put("title", title);
    return target;
  }

  /**
   * {@return what the instructions say}
   *
   * @param instructions in the user's words; not blank
   */
  public static ReviewTarget custom(String instructions) {
    return new ReviewTarget("custom", "instructions", instructions);
  }

  /** As {@code review/start} takes it. */
  Map<String, String> params() {
    return Map.copyOf(params);
  }

  @Override
  public String toString() {
    return "ReviewTarget" + params;
  }
}
