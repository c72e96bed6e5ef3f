package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A {@link WireValue} that keeps its JSON. Two are equal when they are of one type and their JSON
 * is equal.
 */
public abstract class WireObject implements WireValue {

  private final JsonNode json;

  /**
   * Keeps the JSON.
   *
   * @param json not null
   */
  protected WireObject(JsonNode json) {
    this.json = Objects.requireNonNull(json, "json");
  }

  @Override
  public final JsonNode json() {
    return json;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((WireObject) other).json.equals(json);
  }

  @Override
  public final int hashCode() {
    return json.hashCode();
  }

  /** {@return the type and the names of the fields; not the values, which may be secret} */
  @Override
  public final String toString() {
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    return getClass().getSimpleName() + fields;
  }
}
