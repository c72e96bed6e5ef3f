// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** A local image file successfully read for this exact image-generation request. */
public final class ImageGenerationInputImage extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ImageGenerationInputImage(JsonNode json) {
    super(json);
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }

  /**
   * Lowercase SHA-256 of the file bytes read before image normalization.
   *
   * @return {@code sha256}
   */
  public String sha256() {
    return Wire.text(json(), "sha256");
  }
}
