// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Remove a file or directory tree from the host filesystem. */
public final class FsRemoveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsRemoveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsRemoveParams of(String path) {
    return new FsRemoveParams(Wire.object("path", path));
  }

  /**
   * Whether missing paths should be ignored. Defaults to `true`.
   *
   * @return {@code force}; empty when absent or null
   */
  public Optional<Boolean> force() {
    return Wire.optional(json(), "force", Wire::flag);
  }

  /**
   * Sets {@code force}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FsRemoveParams force(Boolean value) {
    return new FsRemoveParams(Wire.with(json(), "force", value));
  }

  /**
   * Absolute path to remove.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }

  /**
   * Whether directory removal should recurse. Defaults to `true`.
   *
   * @return {@code recursive}; empty when absent or null
   */
  public Optional<Boolean> recursive() {
    return Wire.optional(json(), "recursive", Wire::flag);
  }

  /**
   * Sets {@code recursive}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FsRemoveParams recursive(Boolean value) {
    return new FsRemoveParams(Wire.with(json(), "recursive", value));
  }
}
