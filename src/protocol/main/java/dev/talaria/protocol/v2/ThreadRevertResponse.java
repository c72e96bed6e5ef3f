// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/revert}. */
public final class ThreadRevertResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRevertResponse(JsonNode json) {
    super(json);
  }

  /**
   * Opaque cursor for hydrating paginated items backwards.
   *
   * <p>Pass this as `cursor` to `thread/items/list` with `sortDirection: "desc"`. The first page
   * includes the item identified by the cursor.
   *
   * @return {@code itemsBackwardsCursor}; empty when absent or null
   */
  public Optional<String> itemsBackwardsCursor() {
    return Wire.optionalText(json(), "itemsBackwardsCursor");
  }

  /**
   * Updated loaded thread metadata. `turns` is always empty; hydrate retained history through
   * `thread/turns/list`.
   *
   * @return {@code thread}
   */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }

  /**
   * Opaque cursor for hydrating paginated turns backwards.
   *
   * <p>Pass this as `cursor` to `thread/turns/list` with `sortDirection: "desc"`. The first page
   * includes the turn identified by the cursor.
   *
   * @return {@code turnsBackwardsCursor}; empty when absent or null
   */
  public Optional<String> turnsBackwardsCursor() {
    return Wire.optionalText(json(), "turnsBackwardsCursor");
  }
}
