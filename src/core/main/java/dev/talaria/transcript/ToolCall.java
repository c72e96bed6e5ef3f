package dev.talaria.transcript;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A call of a tool, as an assistant's message carries it.
 *
 * <p>Immutable.
 *
 * @param id ties the call to the {@link Message.Tool} that answers it
 * @param name the tool's name
 * @param arguments a JSON object as text
 */
public record ToolCall(String id, String name, String arguments) {

  /**
   * A call of a tool; the tool is not looked up and the arguments are not parsed.
   *
   * @param id not null
   * @param name not null
   * @param arguments not null
   */
  public ToolCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
  }

  /**
   * {@return the Chat-Completions form: {@code {"id", "type": "function", "function": {…}}}}
   *
   * @param nodes makes the nodes, such as {@code JsonNodeFactory.instance}
   */
  public ObjectNode toJson(JsonNodeFactory nodes) {
    ObjectNode call = nodes.objectNode().put("id", id).put("type", "function");
    call.putObject("function").put("name", name).put("arguments", arguments);
    return call;
  }
}
