// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Copy a file or directory tree on the host filesystem. */
public final class FsCopyParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsCopyParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param destinationPath {@code destinationPath}
   * @param sourcePath {@code sourcePath}
   * @return a value with these fields
   */
  public static FsCopyParams of(String destinationPath, String sourcePath) {
    return new FsCopyParams(Wire.object("destinationPath", destinationPath, "sourcePath", sourcePath));
  }

  /**
   * Absolute destination path.
   *
   * @return {@code destinationPath}
   */
  public String destinationPath() {
    return Wire.text(json(), "destinationPath");
  }

  /**
   * Required for directory copies; ignored for file copies.
   *
   * @return {@code recursive}; empty when absent or null
   */
  public Optional<Boolean> recursive() {
    return Wire.optional(json(), "recursive", Wire::flag);
  }

  /**
   * Sets {@code recursive}.
   *
   * @param value not null
   * @return a copy with it
   */
  public FsCopyParams recursive(boolean value) {
    return new FsCopyParams(Wire.with(json(), "recursive", value));
  }

  /**
   * Absolute source path.
   *
   * @return {@code sourcePath}
   */
  public String sourcePath() {
    return Wire.text(json(), "sourcePath");
  }
}
