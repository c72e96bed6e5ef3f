// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code FileChange} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface FileChange extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static FileChange read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "add" -> new Add(json);
      case "delete" -> new Delete(json);
      case "update" -> new Update(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code add}. */
  final class Add extends WireObject implements FileChange {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Add(JsonNode json) {
      super(json);
    }

    /** {@return {@code content}} */
    public String content() {
      return Wire.text(json(), "content");
    }
  }

  /** {@code type} is {@code delete}. */
  final class Delete extends WireObject implements FileChange {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Delete(JsonNode json) {
      super(json);
    }

    /** {@return {@code content}} */
    public String content() {
      return Wire.text(json(), "content");
    }
  }

  /** {@code type} is {@code update}. */
  final class Update extends WireObject implements FileChange {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Update(JsonNode json) {
      super(json);
    }

    /** {@return {@code move_path}; empty when absent or null} */
    public Optional<String> movePath() {
      return Wire.optionalText(json(), "move_path");
    }

    /** {@return {@code unified_diff}} */
    public String unifiedDiff() {
      return Wire.text(json(), "unified_diff");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements FileChange {

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
