package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
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

  /**
   * {@return the params of an event that a session's listener was told, if it is of this kind;
   * empty for another kind, and for those that have a record of their own in {@link
   * ServerNotification}}
   *
   * @param event what the listener was told
   */
  public Optional<T> in(ServerNotification event) {
    return event instanceof ServerNotification.Unknown other && other.method().equals(name)
        ? Optional.of(params(other.params()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
