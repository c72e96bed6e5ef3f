// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code model/list}. */
public final class ModelListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<Model> data() {
    return Wire.list(json(), "data", Model::new);
  }

  /**
   * Opaque cursor to pass to the next call to continue after the last item. If None, there are
   * no more items to return.
   *
   * @return {@code nextCursor}; empty when absent or null
   */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
