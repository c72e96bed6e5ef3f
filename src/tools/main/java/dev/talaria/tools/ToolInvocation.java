package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One call of a tool by the model. The arguments are valid against the tool's schema; they belong
 * to the handler.
 *
 * @param tool the tool's name
 * @param arguments what the model passes
 */
public record ToolInvocation(String tool, ObjectNode arguments) {

  /**
   * {@return an argument as text; empty when it is absent or null} Other scalars are written out.
   *
   * @param name the argument's name
   */
  public Optional<String> text(String name) {
    JsonNode value = arguments.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }
}
