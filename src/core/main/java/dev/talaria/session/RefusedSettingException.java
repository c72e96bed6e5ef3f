package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.wire.ThreadStartParams;
import dev.talaria.protocol.wire.TurnStartParams;
import dev.talaria.rpc.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Codex refuses a setting, or this version of it does not have it.
 *
 * <p>The message names the setting, its value, and what Codex said. Immutable.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0 name the value in quotes (<i>unknown variant `bogus`,
 * expected one of …</i>) but hardly ever the field; no two fields have values in common.
 */
public final class RefusedSettingException extends TalariaException {

  private static final long serialVersionUID = 1L;

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
   * A refused {@code thread/start} as one that names the setting; as it is, if it is about none.
   */
  static TalariaException explain(RpcException refusal, ThreadStartParams sent) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("model", sent.model());
    settings.put("modelProvider", sent.modelProvider());
    settings.put("serviceTier", sent.serviceTier());
    settings.put("sandbox", sent.sandbox() == null ? null : sent.sandbox().wireName());
    settings.put("approvalPolicy", wireName(sent.approvalPolicy()));
    if (sent.config() != null) {
      sent.config().forEach((key, value) -> settings.put("config " + key, value));
    }
    return explain(refusal, settings);
  }

  /** The same for {@code turn/start}. */
  static TalariaException explain(RpcException refusal, TurnStartParams sent) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("model", sent.model());
    settings.put("effort", sent.effort());
    settings.put("summary", sent.summary() == null ? null : sent.summary().wireName());
    settings.put("serviceTier", sent.serviceTier());
    settings.put("approvalPolicy", wireName(sent.approvalPolicy()));
    return explain(refusal, settings);
  }

  private static String wireName(AskForApproval policy) {
    return policy == null ? null : policy.wireName();
  }

  private static TalariaException explain(RpcException refusal, Map<String, Object> settings) {
    for (Map.Entry<String, Object> each : settings.entrySet()) {
      String value = each.getValue() == null ? "" : String.valueOf(each.getValue());
      if (!value.isBlank() && isNamed(refusal.error(), each.getKey(), value)) {
        return new RefusedSettingException(
            each.getKey(),
            "Codex refused the setting " + each.getKey() + "=" + value + ": " + refusal.error(),
            refusal);
      }
    }
    return refusal;
  }

  private static boolean isNamed(String error, String setting, String value) {
    String key = setting.startsWith("config ") ? setting.substring("config ".length()) : "";
    int refusedPart = error.indexOf(", expected");
    String refused = refusedPart < 0 ? error : error.substring(0, refusedPart);
    return refused.contains('`' + value + '`')
        || refused.contains('\'' + value + '\'')
        || refused.contains('"' + value + '"')
        || !key.isEmpty() && error.contains('`' + key + '`');
  }
}
