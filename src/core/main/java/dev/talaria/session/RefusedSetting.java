package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.wire.ThreadStartParams;
import dev.talaria.protocol.wire.TurnStartParams;
import dev.talaria.rpc.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the setting that a refusal is about. Immutable.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0 name the value in quotes (<i>unknown variant `bogus`,
 * expected one of …</i>) but hardly ever the field; no two fields have words in common.
 */
final class RefusedSetting {

  private final Map<String, String> settings = new LinkedHashMap<>();

  private RefusedSetting() {}

  /** Among what {@code thread/start} sent. */
  static RefusedSetting in(ThreadStartParams params) {
    RefusedSetting sent = new RefusedSetting();
    sent.add("model", params.model());
    sent.add("modelProvider", params.modelProvider());
    sent.add("serviceTier", params.serviceTier());
    sent.add("sandbox", params.sandbox() == null ? null : params.sandbox().wireName());
    sent.add(
        "approvalPolicy",
        params.approvalPolicy() == null ? null : params.approvalPolicy().wireName());
    if (params.config() != null) {
      params.config().forEach((key, value) -> sent.add("config " + key, String.valueOf(value)));
    }
    return sent;
  }

  /** Among what {@code turn/start} sent. */
  static RefusedSetting in(TurnStartParams params) {
    RefusedSetting sent = new RefusedSetting();
    sent.add("model", params.model());
    sent.add("effort", params.effort());
    sent.add("summary", params.summary() == null ? null : params.summary().wireName());
    sent.add("serviceTier", params.serviceTier());
    sent.add(
        "approvalPolicy",
        params.approvalPolicy() == null ? null : params.approvalPolicy().wireName());
    return sent;
  }

  private void add(String setting, String value) {
    if (value != null && !value.isBlank()) {
      settings.put(setting, value);
    }
  }

  /** The refusal as one that names the setting; as it is, when it is about none of them. */
  TalariaException explain(RpcException refusal) {
    return find(refusal.error())
        .<TalariaException>map(
            setting ->
                new RefusedSettingException(
                    setting.getKey(),
                    "Codex refused the setting "
                        + setting.getKey()
                        + "="
                        + setting.getValue()
                        + ": "
                        + refusal.error(),
                    refusal))
        .orElse(refusal);
  }

  private Optional<Map.Entry<String, String>> find(String error) {
    return settings.entrySet().stream()
        .filter(setting -> isNamed(error, setting.getKey(), setting.getValue()))
        .findFirst();
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
