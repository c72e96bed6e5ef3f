package dev.talaria.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.LlmException;
import dev.talaria.session.Codex;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the model that a slot means on one installation: {@code model/list} says which is the
 * default.
 *
 * <p>Safe for use by many threads. The default is asked for once.
 */
public final class ModelChoice {

  private static final Set<String> ALIASES = Set.of("codex", "default");
  private static final Pattern ID = Pattern.compile("(?i)(?:gpt|codex)-[a-z0-9][a-z0-9._-]*");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Codex codex;
  private volatile String defaultModel;

  public ModelChoice(Codex codex) {
    this.codex = codex;
  }

  /**
   * The id of a model. Blocks on Codex for an alias.
   *
   * @throws LlmException if the model is not one of Codex's
   */
  public String resolve(String model) {
    String name = checked(model);
    return ALIASES.contains(name) ? defaultModel() : name;
  }

  /**
   * The name to use for a model: an alias or an id, trimmed.
   *
   * @throws LlmException with {@link LlmException.Kind#UNSUPPORTED_MODEL} if it is neither
   */
  public static String checked(String model) {
    String name = model.trim();
    if (ALIASES.contains(name) || ID.matcher(name).matches()) {
      return name;
    }
    throw new LlmException(
        LlmException.Kind.UNSUPPORTED_MODEL,
        "Unsupported Codex model \""
            + model
            + "\". Use codex, default, or a gpt-* / codex-* model id.");
  }

  private String defaultModel() {
    String known = defaultModel;
    if (known == null) {
      known =
          listed()
              .orElseThrow(
                  () ->
                      new LlmException(
                          LlmException.Kind.MODEL_UNAVAILABLE,
                          "Codex marks none of its models as the default. Set llm.models.default"
                              + " to a gpt-* or codex-* model id that `codex` offers."));
      defaultModel = known;
    }
    return known;
  }

  private Optional<String> listed() {
    Map<String, Object> params = new LinkedHashMap<>();
    while (true) {
      JsonNode page = codex.call("model/list", params, JsonNode.class, LIMIT);
      for (JsonNode model : page.path("data")) {
        String id = model.path("model").asText(model.path("id").asText(""));
        if (model.path("isDefault").asBoolean() && !id.isEmpty()) {
          return Optional.of(id);
        }
      }
      String next = page.path("nextCursor").asText("");
      if (next.isEmpty() || next.equals("null") || next.equals(params.get("cursor"))) {
        return Optional.empty();
      }
      params.put("cursor", next);
    }
  }
}
