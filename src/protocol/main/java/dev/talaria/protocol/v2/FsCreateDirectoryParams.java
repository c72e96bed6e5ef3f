// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Create a directory on the host filesystem. */
public final class FsCreateDirectoryParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsCreateDirectoryParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsCreateDirectoryParams of(String path) {
    return new FsCreateDirectoryParams(Wire.object("path", path));
  }

  /**
   * Absolute directory path to create.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }

  /**
   * Whether parent directories should also be created. Defaults to `true`.
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
  public FsCreateDirectoryParams recursive(Boolean value) {
    return new FsCreateDirectoryParams(Wire.with(json(), "recursive", value));
  }
}
