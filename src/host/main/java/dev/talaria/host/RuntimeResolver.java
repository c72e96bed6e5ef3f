package dev.talaria.host;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides through which interface a provider's model is called, given the host's configuration.
 *
 * <p>Stateless. Only providers whose models Codex serves are ever rerouted, wherever their
 * credentials come from; the switch of the host decides whether they are. A provider of the user's
 * own is rerouted only when Codex's configuration has one under the same id; then that id goes to
 * Codex, and never a key.
 */
public final class RuntimeResolver {

  /** The interface of Codex's app-server. */
  public static final String CODEX_APP_SERVER = "codex_app_server";

  /** The Responses API, spoken by the host itself. */
  public static final String CODEX_RESPONSES = "codex_responses";

  private static final Set<String> ELIGIBLE = Set.of("openai", "openai-api", "openai-codex");
  private static final String CUSTOM = "custom:";

  private RuntimeResolver() {}

  /**
   * What is called, and how.
   *
   * @param apiMode the interface
   * @param modelProvider the id of a provider in Codex's configuration; empty for Codex's own
   */
  public record Resolution(String apiMode, Optional<String> modelProvider) {}

  /**
   * Resolves a provider.
   *
   * @param provider the host's name for the provider, such as {@code openai-codex} or {@code
   *     custom:local}
   * @param apiMode what would be used without Codex
   * @param configuration the host's configuration as a tree; may be empty
   * @param codexProviders the ids under {@code model_providers} in Codex's configuration
   * @return the interface, and the provider in Codex's configuration
   */
  public static Resolution resolve(
      String provider, String apiMode, Map<?, ?> configuration, Set<String> codexProviders) {
    if (runtime(configuration) == HostRuntime.AUTO) {
      return new Resolution(apiMode, Optional.empty());
    }
    String name = provider.strip();
    if (ELIGIBLE.contains(name.toLowerCase(Locale.ROOT))) {
      return new Resolution(CODEX_APP_SERVER, Optional.empty());
    }
    if (name.startsWith(CUSTOM) && codexProviders.contains(name.substring(CUSTOM.length()))) {
      return new Resolution(CODEX_APP_SERVER, Optional.of(name.substring(CUSTOM.length())));
    }
    return new Resolution(apiMode, Optional.empty());
  }

  /**
   * {@return the interface for a task that needs the host's own loop, such as a review of what was
   * said: the same account, without Codex's app-server}
   *
   * @param apiMode how the host's model is called otherwise
   */
  public static String withoutAppServer(String apiMode) {
    return apiMode.equals(CODEX_APP_SERVER) ? CODEX_RESPONSES : apiMode;
  }

  /**
   * {@return the runtime that a configuration names; {@link HostRuntime#AUTO} if it names none}
   *
   * @param configuration the host's configuration as a tree; may be empty
   */
  public static HostRuntime runtime(Map<?, ?> configuration) {
    return configuration.get("model") instanceof Map<?, ?> model
            && model.get("openai_runtime") instanceof String word
        ? HostRuntime.configured(Optional.of(word))
        : HostRuntime.AUTO;
  }
}
