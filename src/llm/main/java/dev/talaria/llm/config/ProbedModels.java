package dev.talaria.llm.config;

import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The results of the probes of a configuration's models. Immutable.
 *
 * @param anchor what the model of {@link Role#DEFAULT} came to; if it is not ok, nothing else was
 *     tried
 * @param fallbacks the other models that did not answer
 * @param models the model of each role that has one, without those that did not answer: their roles
 *     fall back to the default's
 */
public record ProbedModels(ProbeResult anchor, List<Fallback> fallbacks, Map<Role, String> models) {

  /**
   * Checks the anchor and copies the collections.
   *
   * @param anchor not null
   * @param fallbacks empty for none
   * @param models empty for none
   */
  public ProbedModels {
    Objects.requireNonNull(anchor, "anchor");
    fallbacks = List.copyOf(fallbacks);
    models = Map.copyOf(models);
  }

  /**
   * A model that did not answer, and what is used for it.
   *
   * @param model the model that did not answer
   * @param roles the names of the roles that had it
   * @param result why it is not used
   * @param anchor the model that is used for those roles
   */
  public record Fallback(String model, Set<String> roles, ProbeResult result, String anchor) {

    /** {@return which model is used for which roles instead, for people} */
    public String message() {
      return "LLM model %s is unavailable for %s; using %s for those roles."
          .formatted(model, String.join(", ", roles), anchor);
    }
  }

  static ProbedModels of(
      LlmConfig config,
      ProbeResult anchor,
      Set<String> others,
      Function<String, ProbeResult> probe) {
    List<Fallback> fallbacks = new ArrayList<>();
    Map<Role, String> models = new HashMap<>(config.models());
    if (anchor.isOk()) {
      for (String model : others) {
        ProbeResult result = probe.apply(model);
        if (!result.isOk()) {
          fallbacks.add(new Fallback(model, config.roles(model), result, anchor.model()));
          models.values().removeIf(model::equals);
        }
      }
    }
    return new ProbedModels(anchor, fallbacks, models);
  }

  /** {@return whether calls can be made: the default's model answered} */
  public boolean isUsable() {
    return anchor.isOk();
  }

  /** {@return the models for a runtime} */
  public ModelSlots slots() {
    return ModelSlots.of(models);
  }
}
