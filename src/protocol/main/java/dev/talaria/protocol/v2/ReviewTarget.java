// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ReviewTarget} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ReviewTarget extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ReviewTarget read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "uncommittedChanges" -> new UncommittedChanges(json);
      case "baseBranch" -> new BaseBranch(json);
      case "commit" -> new Commit(json);
      case "custom" -> new Custom(json);
      default -> new Unrecognized(json);
    };
  }

  /** Review the working tree: staged, unstaged, and untracked files. */
  final class UncommittedChanges extends WireObject implements ReviewTarget {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public UncommittedChanges(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static UncommittedChanges of() {
      return new UncommittedChanges(Wire.object("type", "uncommittedChanges"));
    }
  }

  /** Review changes between the current branch and the given base branch. */
  final class BaseBranch extends WireObject implements ReviewTarget {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public BaseBranch(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param branch {@code branch}
     * @return a value with these fields
     */
    public static BaseBranch of(String branch) {
      return new BaseBranch(Wire.object("type", "baseBranch", "branch", branch));
    }

    /** {@return {@code branch}} */
    public String branch() {
      return Wire.text(json(), "branch");
    }
  }

  /** Review the changes introduced by a specific commit. */
  final class Commit extends WireObject implements ReviewTarget {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Commit(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param sha {@code sha}
     * @return a value with these fields
     */
    public static Commit of(String sha) {
      return new Commit(Wire.object("type", "commit", "sha", sha));
    }

    /** {@return {@code sha}} */
    public String sha() {
      return Wire.text(json(), "sha");
    }

    /**
     * Optional human-readable label (e.g., commit subject) for UIs.
     *
     * @return {@code title}; empty when absent or null
     */
    public Optional<String> title() {
      return Wire.optionalText(json(), "title");
    }

    /**
     * Sets {@code title}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Commit title(String value) {
      return new Commit(Wire.with(json(), "title", value));
    }
  }

  /** Arbitrary instructions, equivalent to the old free-form prompt. */
  final class Custom extends WireObject implements ReviewTarget {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Custom(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param instructions {@code instructions}
     * @return a value with these fields
     */
    public static Custom of(String instructions) {
      return new Custom(Wire.object("type", "custom", "instructions", instructions));
    }

    /** {@return {@code instructions}} */
    public String instructions() {
      return Wire.text(json(), "instructions");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ReviewTarget {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}
