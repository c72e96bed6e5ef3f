package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;

/**
 * A method of the app-server that a client can call. Immutable.
 *
 * @param <P> the type of its params; {@link Void} when it has none
 * @param <R> the type of its result
 * @param name the wire name, such as {@code model/list}
 * @param reader makes the result of the name and the JSON
 */
public record Method<P, R>(String name, BiFunction<String, JsonNode, ? super R> reader) {

  /**
   * {@return the result as its type}
   *
   * @param json what the app-server answered
   */
  @SuppressWarnings("unchecked") // the reader gives the type that its constant is declared with
  public R result(JsonNode json) {
    return (R) reader.apply(name, json);
  }

  @Override
  public String toString() {
    return name;
  }
}
