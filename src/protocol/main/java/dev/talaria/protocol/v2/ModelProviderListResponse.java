// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code modelProvider/list}. */
public final class ModelProviderListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelProviderListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code canChangeDefault}} */
  public boolean canChangeDefault() {
    return Wire.required(json(), "canChangeDefault", Wire::flag);
  }

  /** {@return {@code data}} */
  public List<ModelProviderSummary> data() {
    return Wire.list(json(), "data", ModelProviderSummary::new);
  }

  /** {@return {@code defaultProviderId}} */
  public String defaultProviderId() {
    return Wire.text(json(), "defaultProviderId");
  }
}
