// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code FileSystemPath} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface FileSystemPath extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static FileSystemPath read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "path" -> new Path(json);
      case "glob_pattern" -> new GlobPattern(json);
      case "special" -> new Special(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code path}. */
  final class Path extends WireObject implements FileSystemPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Path(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param path {@code path}
     * @return a value with these fields
     */
    public static Path of(String path) {
      return new Path(Wire.object("type", "path", "path", path));
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code glob_pattern}. */
  final class GlobPattern extends WireObject implements FileSystemPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public GlobPattern(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param pattern {@code pattern}
     * @return a value with these fields
     */
    public static GlobPattern of(String pattern) {
      return new GlobPattern(Wire.object("type", "glob_pattern", "pattern", pattern));
    }

    /** {@return {@code pattern}} */
    public String pattern() {
      return Wire.text(json(), "pattern");
    }
  }

  /** {@code type} is {@code special}. */
  final class Special extends WireObject implements FileSystemPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Special(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param value {@code value}
     * @return a value with these fields
     */
    public static Special of(FileSystemSpecialPath value) {
      return new Special(Wire.object("type", "special", "value", value));
    }

    /** {@return {@code value}} */
    public FileSystemSpecialPath value() {
      return Wire.required(json(), "value", FileSystemSpecialPath::read);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements FileSystemPath {

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
