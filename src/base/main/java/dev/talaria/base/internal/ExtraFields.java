package dev.talaria.base.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which fields of a request a host may set by their names: those that no option sets. Immutable.
 */
public final class ExtraFields {

  private final String owner;

  /** By field: the option; empty where Talaria sets the field itself. */
  private final Map<String, String> taken = new HashMap<>();

  /**
   * @param owner the type that has the options, for the message
   * @param options the fields with an option of the same name
   * @param others by field: the option where it has another name; empty for what Talaria sets
   */
  public ExtraFields(String owner, Collection<String> options, Map<String, String> others) {
    this.owner = owner;
    options.forEach(field -> taken.put(field, field));
    taken.putAll(others);
  }

  /** By field: the option that sets it; empty where Talaria sets the field itself. */
  public Map<String, String> taken() {
    return Collections.unmodifiableMap(taken);
  }

  /**
   * The name of the field, if a host may set it by its name.
   *
   * @throws IllegalArgumentException if not; the message names the option
   */
  public String checked(String field) {
    String option = field.isBlank() ? "" : taken.get(field);
    if (option == null) {
      return field;
    }
    throw new IllegalArgumentException(
        "extra: "
            + (field.isBlank()
                ? "the name of a field must not be blank"
                : option.isEmpty()
                    ? "Talaria sets the field '" + field + "' itself"
                    : "the field '" + field + "' has an option: use " + owner + "." + option));
  }

  /** The fields with one more entry in the field {@code name}, which is a map. */
  public static Map<String, Object> withEntry(
      Map<String, Object> fields, String name, String key, Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (fields.get(name) instanceof Map<?, ?> before) {
      before.forEach((known, entry) -> entries.put(known.toString(), entry));
    }
    return with(fields, name, with(entries, key, value));
  }

  /** The fields with one more, or another value of one; {@code null} takes it out. */
  public static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return Collections.unmodifiableMap(more);
  }
}
