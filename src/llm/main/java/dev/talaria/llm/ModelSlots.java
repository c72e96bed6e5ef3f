package dev.talaria.llm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which model each role uses. Immutable.
 *
 * <p>A model is {@code codex} or {@code default}, which is what {@code model/list} marks as the
 * default of this installation, or an id that begins with {@code gpt-} or {@code codex-}.
 */
public final class ModelSlots {

  private static final Set<String> ALIASES = Set.of("codex", "default");
  private static final Pattern ID = Pattern.compile("(?i)(?:gpt|codex)-[a-z0-9][a-z0-9._-]*");

  private final Map<Role, String> models;

  private ModelSlots(Map<Role, String> models) {
    this.models = models;
  }

  /**
   * The models of these roles; not yet checked.
   *
   * @throws IllegalArgumentException if {@link Role#DEFAULT} has none
   */
  public static ModelSlots of(Map<Role, String> models) {
    if (!models.containsKey(Role.DEFAULT)) {
      throw new IllegalArgumentException("llm.models.default is required");
    }
    return new ModelSlots(new LinkedHashMap<>(models));
  }

  /** The installation's default model for every role. */
  public static ModelSlots defaults() {
    return of(Map.of(Role.DEFAULT, "default"));
  }

  /** The model of a role as it was given; that of {@link Role#DEFAULT} if the role has none. */
  public String model(Role role) {
    String own = models.get(role);
    return own == null ? models.get(Role.DEFAULT) : own;
  }

  /** The distinct models, that of {@link Role#DEFAULT} first. */
  public Set<String> models() {
    Set<String> distinct = new LinkedHashSet<>();
    distinct.add(model(Role.DEFAULT));
    new TreeSet<>(models.values()).forEach(distinct::add);
    return distinct;
  }

  /** Whether a model's name stands for the installation's default. */
  static boolean isAlias(String model) {
    return ALIASES.contains(model.trim());
  }

  /**
   * The name to use for a model: an alias or an id, trimmed.
   *
   * @throws LlmException with {@link LlmException.Kind#UNSUPPORTED_MODEL} if it is neither
   */
  static String checked(String model) {
    String name = model.trim();
    if (isAlias(name) || ID.matcher(name).matches()) {
      return name;
    }
    throw new LlmException(
        LlmException.Kind.UNSUPPORTED_MODEL,
        "Unsupported Codex model \""
            + model
            + "\". Use codex, default, or a gpt-* / codex-* model id.");
  }
}
