// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** EXPERIMENTAL - metadata returned by app/read. */
public final class ConnectorMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConnectorMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code distributionChannel}; empty when absent or null} */
  public Optional<String> distributionChannel() {
    return Wire.optionalText(json(), "distributionChannel");
  }

  /** {@return {@code iconUrl}; empty when absent or null} */
  public Optional<String> iconUrl() {
    return Wire.optionalText(json(), "iconUrl");
  }

  /** {@return {@code iconUrlDark}; empty when absent or null} */
  public Optional<String> iconUrlDark() {
    return Wire.optionalText(json(), "iconUrlDark");
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code installUrl}; empty when absent or null} */
  public Optional<String> installUrl() {
    return Wire.optionalText(json(), "installUrl");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code pluginDisplayNames}; empty also when absent or null} */
  public List<String> pluginDisplayNames() {
    return Wire.list(json(), "pluginDisplayNames", Wire::text);
  }

  /** {@return {@code toolSummaries}; empty also when absent or null} */
  public List<AppToolSummary> toolSummaries() {
    return Wire.list(json(), "toolSummaries", AppToolSummary::new);
  }
}
