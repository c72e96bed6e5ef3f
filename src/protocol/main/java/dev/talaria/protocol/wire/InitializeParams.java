package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code initialize} sends: who we are and what we can take.
 *
 * @param clientInfo our name, title and version; the name goes into Codex's user agent
 * @param capabilities what Codex may send us and let us do
 */
public record InitializeParams(ClientInfo clientInfo, Capabilities capabilities) {

  public InitializeParams {
    Objects.requireNonNull(clientInfo, "clientInfo");
    Objects.requireNonNull(capabilities, "capabilities");
  }

  /**
   * @param name must be a valid HTTP header value: Codex refuses a line break in it
   * @param title for people; may be {@code null}
   * @param version ours
   */
  public record ClientInfo(String name, String title, String version) {}

  /**
   * @param experimentalApi whether experimental methods and fields may be used
   * @param requestAttestation whether the server may ask for attestations; {@code null} for no
   * @param optOutNotificationMethods what the server is not to send; {@code null} for nothing
   * @param fields further fields by their names
   */
  public record Capabilities(
      boolean experimentalApi,
      Boolean requestAttestation,
      List<String> optOutNotificationMethods,
      Map<String, Object> fields) {

    @Override
    @JsonAnyGetter
    public Map<String, Object> fields() {
      return fields;
    }
  }
}
