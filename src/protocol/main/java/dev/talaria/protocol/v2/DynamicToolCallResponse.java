// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The answer to {@code item/tool/call}. */
public final class DynamicToolCallResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public DynamicToolCallResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param contentItems {@code contentItems}
   * @param success {@code success}
   * @return a value with these fields
   */
  public static DynamicToolCallResponse of(List<DynamicToolCallOutputContentItem> contentItems, boolean success) {
    return new DynamicToolCallResponse(Wire.object("contentItems", contentItems, "success", success));
  }

  /** {@return {@code contentItems}} */
  public List<DynamicToolCallOutputContentItem> contentItems() {
    return Wire.list(json(), "contentItems", DynamicToolCallOutputContentItem::read);
  }

  /** {@return {@code success}} */
  public boolean success() {
    return Wire.required(json(), "success", Wire::flag);
  }
}
