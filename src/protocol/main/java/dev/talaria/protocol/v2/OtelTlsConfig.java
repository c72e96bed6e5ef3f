// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code OtelTlsConfig} of the protocol. */
public final class OtelTlsConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public OtelTlsConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code ca-certificate}; empty when absent or null} */
  public Optional<String> caCertificate() {
    return Wire.optionalText(json(), "ca-certificate");
  }

  /** {@return {@code client-certificate}; empty when absent or null} */
  public Optional<String> clientCertificate() {
    return Wire.optionalText(json(), "client-certificate");
  }

  /** {@return {@code client-private-key}; empty when absent or null} */
  public Optional<String> clientPrivateKey() {
    return Wire.optionalText(json(), "client-private-key");
  }
}
