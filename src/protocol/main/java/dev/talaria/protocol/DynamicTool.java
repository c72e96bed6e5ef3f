package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool of the host that a thread offers to the model ({@code dynamicTools} of {@code
 * thread/start}, experimental). Source: the schemas; the older ones ignore {@code type}.
 *
 * @param name letters, digits, {@code _} and {@code -}; unique within the thread
 * @param description what it does, for the model
 * @param inputSchema the JSON Schema of its arguments
 */
@JsonPropertyOrder({"type", "name", "description", "inputSchema"})
public record DynamicTool(String name, String description, JsonNode inputSchema) {

  /** {@return {@code function}, the only type that Talaria offers} */
  @JsonProperty("type")
  public String type() {
    return "function";
  }
}
