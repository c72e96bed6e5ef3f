// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code remoteControl/client/list}. */
@Experimental
public final class RemoteControlClientsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlClientsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param environmentId {@code environmentId}
   * @return a value with these fields
   */
  public static RemoteControlClientsListParams of(String environmentId) {
    return new RemoteControlClientsListParams(Wire.object("environmentId", environmentId));
  }

  /** {@return {@code cursor}; empty when absent or null} */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public RemoteControlClientsListParams cursor(String value) {
    return new RemoteControlClientsListParams(Wire.with(json(), "cursor", value));
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /** {@return {@code limit}; empty when absent or null} */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public RemoteControlClientsListParams limit(Long value) {
    return new RemoteControlClientsListParams(Wire.with(json(), "limit", value));
  }

  /** {@return {@code order}; empty when absent or null} */
  public Optional<RemoteControlClientsListOrder> order() {
    return Wire.optional(json(), "order", RemoteControlClientsListOrder::read);
  }

  /**
   * Sets {@code order}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public RemoteControlClientsListParams order(RemoteControlClientsListOrder value) {
    return new RemoteControlClientsListParams(Wire.with(json(), "order", value));
  }
}
