package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;

/**
 * A notification of the app-server. Immutable.
 *
 * @param <T> the type of its params
 * @param name the wire name, such as {@code account/updated}
 * @param reader makes the params of the name and the JSON
 */
public record Notification<T>(String name, BiFunction<String, JsonNode, ? super T> reader) {

  /**
   * {@return the params as their type}
   *
   * @param json the params of a notification with this name
   */
  @SuppressWarnings("unchecked") // the reader gives the type that its constant is declared with
  public T params(JsonNode json) {
    return (T) reader.apply(name, json);
  }

  @Override
  public String toString() {
    return name;
  }
}
