package dev.talaria.llm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which model each role uses. Immutable.
 *
 * <p>A model is {@code codex} or {@code default}, which is what {@code model/list} marks as the
 * default of this installation, or an id that begins with {@code gpt-} or {@code codex-}.
 */
public final class ModelSlots {

  private final Map<Role, String> models;

  private ModelSlots(Map<Role, String> models) {
    this.models = models;
  }

  /**
   * {@return the models of these roles; not yet checked}
   *
   * @param models an alias or id for each role that has one; copied
   * @throws IllegalArgumentException if {@link Role#DEFAULT} has none
   */
  public static ModelSlots of(Map<Role, String> models) {
    if (!models.containsKey(Role.DEFAULT)) {
      throw new IllegalArgumentException("llm.models.default is required");
    }
    return new ModelSlots(new LinkedHashMap<>(models));
  }

  /** {@return the installation's default model for every role} */
  public static ModelSlots defaults() {
    return of(Map.of(Role.DEFAULT, "default"));
  }

  /**
   * {@return the model of a role as it was given; that of {@link Role#DEFAULT} if the role has
   * none}
   *
   * @param role one of {@link Role}'s or the host's own
   */
  public String model(Role role) {
    String own = models.get(role);
    return own == null ? models.get(Role.DEFAULT) : own;
  }

  /** {@return the distinct models, that of {@link Role#DEFAULT} first} */
  public Set<String> models() {
    Set<String> distinct = new LinkedHashSet<>();
    distinct.add(model(Role.DEFAULT));
    new TreeSet<>(models.values()).forEach(distinct::add);
    return distinct;
  }
}
