package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.WireValue;
import dev.talaria.rpc.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Codex refused a setting, or the running version does not have it.
 *
 * <p>The message names the setting, its value unless that is a table, and what Codex said; secrets
 * in it are masked. Immutable.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0 name the value in quotes (<i>unknown variant `bogus`,
 * expected one of …</i>) but hardly ever the field; no two fields have values in common.
 */
public final class RefusedSettingException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** What is sent besides settings, or has an error of its own. */
  private static final Set<String> OTHERS =
      Set.of(
          "threadId",
          "input",
          "cwd",
          "developerInstructions",
          "dynamicTools",
          "config",
          "permissions",
          "sandboxPolicy",
          "outputSchema",
          "clientUserMessageId");

  private static final Map<String, CodexCapability> NEWER =
      Map.of(
          "additionalContext", CodexCapability.ADDITIONAL_CONTEXT,
          "runtimeWorkspaceRoots", CodexCapability.RUNTIME_WORKSPACE_ROOTS,
          "serviceTierForTurn", CodexCapability.SERVICE_TIER_FOR_TURN);

  /** The setting's name. */
  private final String setting;

  RefusedSettingException(String setting, String message, Throwable cause) {
    super(message, cause);
    this.setting = setting;
  }

  /** {@return the setting's name, as the method that sets it is called} */
  public String setting() {
    return setting;
  }

  /**
   * A refused request as one that names the setting; as it is, if it is about none.
   *
   * @param sent the params of {@code thread/start} or {@code turn/start}
   */
  static TalariaException explain(RpcException refusal, WireValue sent) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    sent.json().properties().stream()
        // "true" may be anybody's.
        .filter(each -> !OTHERS.contains(each.getKey()) && !each.getValue().isBoolean())
        .forEach(each -> settings.put(each.getKey(), each.getValue()));
    sent.json()
        .path("config")
        .properties()
        .forEach(each -> settings.put("config " + each.getKey(), each.getValue()));
    for (Map.Entry<String, JsonNode> each : settings.entrySet()) {
      String setting = each.getKey();
      JsonNode value = each.getValue();
      if (isNamed(refusal.error(), setting, value)) {
        // A table may hold anything, secrets too.
        String shown =
            value.isContainerNode() ? setting : Redaction.redact(setting + "=" + value.asText());
        return new RefusedSettingException(
            setting, "Codex refused the setting " + shown + ": " + refusal.error(), refusal);
      }
    }
    return refusal;
  }

  /**
   * Refuses a setting that this version would ignore without a message.
   *
   * @param sent the params of {@code thread/start} or {@code turn/start}
   * @throws RefusedSettingException if it does not have one of them
   */
  static void check(CodexVersion version, WireValue sent) {
    NEWER.forEach(
        (name, needed) -> {
          if (sent.json().has(name)) {
            check(version, name, needed);
          }
        });
  }

  /** As {@link #check(CodexVersion, WireValue)} for one setting. */
  static void check(CodexVersion version, String setting, CodexCapability needed) {
    if (!needed.isIn(version)) {
      throw new RefusedSettingException(setting, needed.missingIn(version, setting), null);
    }
  }

  private static boolean isNamed(String error, String setting, JsonNode value) {
    String key = setting.startsWith("config ") ? setting.substring("config ".length()) : "";
    int refusedPart = error.indexOf(", expected");
    String refused = refusedPart < 0 ? error : error.substring(0, refusedPart);
    return error.contains('.' + setting + " requires experimentalApi")
        || isQuoted(refused, value)
        || !key.isEmpty() && error.contains('`' + key + '`');
  }

  /** Whether the error quotes the value, or one in it. */
  private static boolean isQuoted(String error, JsonNode value) {
    if (value.isContainerNode()) {
      return StreamSupport.stream(value.spliterator(), false)
          .anyMatch(part -> isQuoted(error, part));
    }
    String text = value.asText("");
    return !text.isBlank()
        && (error.contains('`' + text + '`')
            || error.contains('\'' + text + '\'')
            || error.contains('"' + text + '"'));
  }
}
