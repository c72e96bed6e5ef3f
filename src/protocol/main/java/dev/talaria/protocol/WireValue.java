package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of the app-server's protocol: a typed view of its JSON.
 *
 * <p>The types of {@code dev.talaria.protocol.v2} keep the JSON that they were made of, so that
 * fields and values that are not known here are neither lost nor changed when the value is written.
 * A field is read when its accessor is called; one that does not have the shape of the schema
 * throws {@link WireFormatException} there, and nowhere else.
 *
 * <p>Immutable, as long as nobody changes the tree that it was made of.
 */
public interface WireValue {

  /** {@return the JSON, as it came or as it is to be sent; do not change it} */
  @JsonValue
  JsonNode json();
}
