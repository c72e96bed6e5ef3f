// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** UTF-16 code-unit range within `snippet`. */
@Experimental
public final class ThreadSearchTextRange extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchTextRange(JsonNode json) {
    super(json);
  }

  /**
   * Exclusive UTF-16 code-unit offset.
   *
   * @return {@code end}
   */
  public long end() {
    return Wire.required(json(), "end", Wire::longInteger);
  }

  /**
   * Inclusive UTF-16 code-unit offset.
   *
   * @return {@code start}
   */
  public long start() {
    return Wire.required(json(), "start", Wire::longInteger);
  }
}
