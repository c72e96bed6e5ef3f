// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code TurnsPage} of the protocol. */
public final class TurnsPage extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnsPage(JsonNode json) {
    super(json);
  }

  /** {@return {@code backwardsCursor}; empty when absent or null} */
  public Optional<String> backwardsCursor() {
    return Wire.optionalText(json(), "backwardsCursor");
  }

  /** {@return {@code data}} */
  public List<CodexTurn> data() {
    return Wire.list(json(), "data", CodexTurn::new);
  }

  /** {@return {@code nextCursor}; empty when absent or null} */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
