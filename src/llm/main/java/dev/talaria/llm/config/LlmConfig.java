package dev.talaria.llm.config;

import dev.talaria.llm.Isolation;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.call.ModelChoice;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.llm.ratelimit.RateLimitSettings.Retry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The settings for language models in a host's YAML: {@code llm} and the limits under {@code
 * ingest}.
 *
 * <p>Immutable; reading it is stateless.
 *
 * @param backend who answers
 * @param models the model of each role that has one, as {@code env:} and {@code file:} came out;
 *     has {@link Role#DEFAULT} unless the backend is {@link Backend#NONE}
 * @param isolation how much of the user's own Codex the calls see
 * @param rateLimit how calls keep within the provider's limits
 * @param maxConcurrency how many work units may run at once, at least 1
 * @param warnings what the file has that is ignored
 */
public record LlmConfig(
    Backend backend,
    Map<Role, String> models,
    Isolation isolation,
    RateLimitSettings rateLimit,
    int maxConcurrency,
    List<String> warnings) {

  /** The roles that every host has. */
  private static final List<Role> ROLES =
      List.of(
          Role.DEFAULT,
          Role.TRIAGE,
          Role.CANDIDATE_EXTRACTION,
          Role.CURATOR,
          Role.RECONCILE,
          Role.REPAIR);

  /** Who answers the calls. */
  public enum Backend {
    /** None: the host has no language model here. */
    NONE,
    /** The user's own Codex. */
    CODEX
  }

  /**
   * Checks the components and copies the collections.
   *
   * @param backend not null
   * @param models has {@link Role#DEFAULT} unless the backend is {@link Backend#NONE}
   * @param isolation not null
   * @param rateLimit not null
   * @param maxConcurrency at least 1
   * @param warnings empty for none
   */
  public LlmConfig {
    Objects.requireNonNull(backend, "backend");
    models = Map.copyOf(models);
    Objects.requireNonNull(isolation, "isolation");
    Objects.requireNonNull(rateLimit, "rateLimit");
    warnings = List.copyOf(warnings);
  }

  /**
   * {@return a configuration for Codex with these models, and with defaults for all else}
   *
   * @param models an alias or id for each role that has one
   * @throws IllegalArgumentException if {@link Role#DEFAULT} has none
   */
  public static LlmConfig codex(Map<Role, String> models) {
    ModelSlots.of(models);
    return new LlmConfig(
        Backend.CODEX, models, Isolation.STRICT, RateLimitSettings.defaults(), 1, List.of());
  }

  /**
   * The key {@code llm} of a host's configuration; without it the backend is {@link Backend#NONE}.
   *
   * @param document the configuration as maps and lists, such as a YAML parser makes them
   * @param file where it comes from: errors name it, and a relative path in it begins at its folder
   * @return the configuration, with its references resolved
   * @throws LlmConfigException with all that is wrong, each with its path
   */
  public static LlmConfig of(Map<?, ?> document, Path file) {
    return of(document, file, Set.of());
  }

  /**
   * As {@link #of(Map, Path)}, for a host with roles of its own, which may then have models, too.
   *
   * @param document as there
   * @param file as there
   * @param own the roles that are known besides those of {@link Role}
   * @return the configuration, with its references resolved
   */
  public static LlmConfig of(Map<?, ?> document, Path file, Set<Role> own) {
    return of(document, file, own, System::getenv);
  }

  static LlmConfig of(
      Map<?, ?> document, Path file, Set<Role> own, UnaryOperator<String> environment) {
    List<String> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    ConfigNode root = new ConfigNode("", document, errors, warnings);
    ConfigNode llm = root.child("llm");
    llm.only(List.of("provider", "models", "isolation", "rateLimit"));
    ConfigNode provider = llm.child("provider");
    provider.only(List.of("backend"));
    boolean codex = provider.choice("backend", "none", List.of("none", "codex")).equals("codex");
    Path folder = file.toAbsolutePath().getParent();
    Map<Role, String> models =
        models(llm.child("models"), own, new ConfigReference(folder, environment));
    if (codex && !models.containsKey(Role.DEFAULT) && !llm.child("models").has("default")) {
      errors.add("llm.models.default is required when llm.provider.backend is not none");
    }
    boolean strict = llm.choice("isolation", "strict", List.of("strict", "user")).equals("strict");
    ConfigNode ingest = root.child("ingest");
    RateLimitSettings rateLimit = rateLimit(llm, ingest);
    int maxConcurrency = ingest.child("workUnits").count("maxConcurrency").orElse(1);
    if (!errors.isEmpty()) {
      throw new LlmConfigException(file.toString(), errors.stream().distinct().toList());
    }
    return new LlmConfig(
        codex ? Backend.CODEX : Backend.NONE,
        models,
        strict ? Isolation.STRICT : Isolation.USER,
        rateLimit,
        maxConcurrency,
        warnings);
  }

  private static Map<Role, String> models(
      ConfigNode section, Set<Role> own, ConfigReference reference) {
    List<String> known = Stream.concat(ROLES.stream(), own.stream()).map(Role::name).toList();
    Map<Role, String> models = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : section.texts(known).entrySet()) {
      String role = entry.getKey();
      Optional<String> model = reference.resolve(entry.getValue());
      if (model.isPresent()) {
        models.put(Role.of(role), checked(section, role, model.get()));
      } else {
        section
            .errors()
            .add(section.at(role) + " is required: " + ConfigReference.missing(entry.getValue()));
      }
    }
    return models;
  }

  private static String checked(ConfigNode section, String role, String model) {
    try {
      return ModelChoice.checked(model);
    } catch (LlmException e) {
      section.errors().add(section.at(role) + ": " + e.getMessage());
      return model;
    }
  }

  private static RateLimitSettings rateLimit(ConfigNode llm, ConfigNode ingest) {
    boolean own = llm.has("rateLimit");
    if (own && ingest.has("rateLimit")) {
      llm.warnings().add("ingest.rateLimit is ignored, because llm.rateLimit is set too");
    }
    ConfigNode section = (own ? llm : ingest).child("rateLimit");
    section.only(
        List.of(
            "enabled", "throttleThreshold", "minConcurrencyUnderPressure", "maxWaitMs", "retry"));
    ConfigNode retry = section.child("retry");
    retry.only(List.of("maxAttempts", "baseDelayMs", "maxDelayMs", "jitter"));
    RateLimitSettings otherwise = RateLimitSettings.defaults();
    return new RateLimitSettings(
        section.flag("enabled", otherwise.enabled()),
        section.share("throttleThreshold", otherwise.throttleThreshold()),
        section
            .count("minConcurrencyUnderPressure")
            .orElse(otherwise.minConcurrencyUnderPressure()),
        section.millis("maxWaitMs").or(otherwise::maxWait),
        new Retry(
            retry.count("maxAttempts").orElse(otherwise.retry().maxAttempts()),
            retry.millis("baseDelayMs").orElse(otherwise.retry().baseDelay()),
            retry.millis("maxDelayMs").orElse(otherwise.retry().maxDelay()),
            retry.flag("jitter", otherwise.retry().jitter())));
  }

  /**
   * {@return the models for a runtime}
   *
   * @throws IllegalStateException if the backend is {@link Backend#NONE}
   */
  public ModelSlots slots() {
    if (backend == Backend.NONE) {
      throw new IllegalStateException(
          "no language model is configured: set llm.provider.backend to codex");
    }
    return ModelSlots.of(models);
  }

  /** {@return a governor for one run, to be shared by all of its calls} */
  public RateLimitGovernor governor() {
    return RateLimitGovernor.of(rateLimit, maxConcurrency);
  }

  /** The roles whose model this is, by name; with what falls back to it for {@code default}. */
  Set<String> roles(String model) {
    Set<String> roles = new TreeSet<>();
    models.forEach(
        (role, its) -> {
          if (its.equals(model)) {
            roles.add(role.name());
          }
        });
    return roles;
  }
}
