// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code account/gcp/setup}. */
@Experimental
public final class GcpSetupParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GcpSetupParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param projectId {@code projectId}
   * @return a value with these fields
   */
  public static GcpSetupParams of(String projectId) {
    return new GcpSetupParams(Wire.object("projectId", projectId));
  }

  /**
   * Absolute path to a credential file on the app-server host. Omit or pass `null` to clear the
   * active user configuration's override and use ADC. If another configuration layer would still
   * supply a credential file, setup fails without saving changes.
   *
   * @return {@code credentialFile}; empty when absent or null
   */
  public Optional<String> credentialFile() {
    return Wire.optionalText(json(), "credentialFile");
  }

  /**
   * Sets {@code credentialFile}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GcpSetupParams credentialFile(String value) {
    return new GcpSetupParams(Wire.with(json(), "credentialFile", value));
  }

  /**
   * Vertex AI location. Omission or null selects `global`.
   *
   * @return {@code location}; empty when absent or null
   */
  public Optional<String> location() {
    return Wire.optionalText(json(), "location");
  }

  /**
   * Sets {@code location}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GcpSetupParams location(String value) {
    return new GcpSetupParams(Wire.with(json(), "location", value));
  }

  /** {@return {@code projectId}} */
  public String projectId() {
    return Wire.text(json(), "projectId");
  }
}
