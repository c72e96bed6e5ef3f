// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code FileSystemSpecialPath} of the protocol.
 *
 * <p>Its {@code kind} says what it is.
 */
public sealed interface FileSystemSpecialPath extends WireValue {

  /**
   * {@return the value of a kind that {@code kind} names}
   *
   * @param json an object
   */
  static FileSystemSpecialPath read(JsonNode json) {
    return switch (Wire.kind(json, "kind")) {
      case "root" -> new Root(json);
      case "minimal" -> new Minimal(json);
      case "project_roots" -> new ProjectRoots(json);
      case "tmpdir" -> new Tmpdir(json);
      case "slash_tmp" -> new SlashTmp(json);
      case "unknown" -> new Unknown(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code kind} is {@code root}. */
  final class Root extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Root(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Root of() {
      return new Root(Wire.object("kind", "root"));
    }
  }

  /** {@code kind} is {@code minimal}. */
  final class Minimal extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Minimal(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Minimal of() {
      return new Minimal(Wire.object("kind", "minimal"));
    }
  }

  /** {@code kind} is {@code project_roots}. */
  final class ProjectRoots extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ProjectRoots(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static ProjectRoots of() {
      return new ProjectRoots(Wire.object("kind", "project_roots"));
    }

    /** {@return {@code subpath}; empty when absent or null} */
    public Optional<String> subpath() {
      return Wire.optionalText(json(), "subpath");
    }

    /**
     * Sets {@code subpath}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ProjectRoots subpath(String value) {
      return new ProjectRoots(Wire.with(json(), "subpath", value));
    }
  }

  /** {@code kind} is {@code tmpdir}. */
  final class Tmpdir extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Tmpdir(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Tmpdir of() {
      return new Tmpdir(Wire.object("kind", "tmpdir"));
    }
  }

  /** {@code kind} is {@code slash_tmp}. */
  final class SlashTmp extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SlashTmp(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static SlashTmp of() {
      return new SlashTmp(Wire.object("kind", "slash_tmp"));
    }
  }

  /** {@code kind} is {@code unknown}. */
  final class Unknown extends WireObject implements FileSystemSpecialPath {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unknown(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param path {@code path}
     * @return a value with these fields
     */
    public static Unknown of(String path) {
      return new Unknown(Wire.object("kind", "unknown", "path", path));
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }

    /** {@return {@code subpath}; empty when absent or null} */
    public Optional<String> subpath() {
      return Wire.optionalText(json(), "subpath");
    }

    /**
     * Sets {@code subpath}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Unknown subpath(String value) {
      return new Unknown(Wire.with(json(), "subpath", value));
    }
  }

  /** One with a {@code kind} that is not known here. */
  final class Unrecognized extends WireObject implements FileSystemSpecialPath {

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
