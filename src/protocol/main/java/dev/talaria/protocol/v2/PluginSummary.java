// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code PluginSummary} of the protocol. */
public final class PluginSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code authPolicy}} */
  public PluginAuthPolicy authPolicy() {
    return Wire.required(json(), "authPolicy", PluginAuthPolicy::read);
  }

  /**
   * Availability state for installing and using the plugin.
   *
   * @return {@code availability}; empty when absent or null
   */
  public Optional<PluginAvailability> availability() {
    return Wire.optional(json(), "availability", PluginAvailability::read);
  }

  /**
   * Why the remote plugin is unavailable, when provided by plugin-service.
   *
   * @return {@code disabledReason}; empty when absent or null
   */
  public Optional<PluginDisabledReason> disabledReason() {
    return Wire.optional(json(), "disabledReason", PluginDisabledReason::read);
  }

  /**
   * Raw plugin-service plan identifiers eligible to install the plugin.
   *
   * @return {@code eligiblePlanTypes}; empty also when absent or null
   */
  public List<String> eligiblePlanTypes() {
    return Wire.list(json(), "eligiblePlanTypes", Wire::text);
  }

  /** {@return {@code enabled}} */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code installPolicy}} */
  public PluginInstallPolicy installPolicy() {
    return Wire.required(json(), "installPolicy", PluginInstallPolicy::read);
  }

  /** {@return {@code installPolicySource}; empty when absent or null} */
  public Optional<PluginInstallPolicySource> installPolicySource() {
    return Wire.optional(json(), "installPolicySource", PluginInstallPolicySource::read);
  }

  /** {@return {@code installed}} */
  public boolean installed() {
    return Wire.required(json(), "installed", Wire::flag);
  }

  /**
   * Unix timestamp in seconds when the remote plugin was installed, when available.
   *
   * @return {@code installedAt}; empty when absent or null
   */
  public Optional<Long> installedAt() {
    return Wire.optional(json(), "installedAt", Wire::longInteger);
  }

  /** {@return {@code interface}; empty when absent or null} */
  public Optional<PluginInterface> interface_() {
    return Wire.optional(json(), "interface", PluginInterface::new);
  }

  /** {@return {@code keywords}; empty also when absent or null} */
  public List<String> keywords() {
    return Wire.list(json(), "keywords", Wire::text);
  }

  /**
   * Version of the locally materialized plugin package when available.
   *
   * @return {@code localVersion}; empty when absent or null
   */
  public Optional<String> localVersion() {
    return Wire.optionalText(json(), "localVersion");
  }

  /** {@return {@code mustShowInstallationInterstitial}; empty when absent or null} */
  public Optional<Boolean> mustShowInstallationInterstitial() {
    return Wire.optional(json(), "mustShowInstallationInterstitial", Wire::flag);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /**
   * Backend remote plugin identifier when available.
   *
   * @return {@code remotePluginId}; empty when absent or null
   */
  public Optional<String> remotePluginId() {
    return Wire.optionalText(json(), "remotePluginId");
  }

  /**
   * Remote sharing context associated with this plugin when available.
   *
   * @return {@code shareContext}; empty when absent or null
   */
  public Optional<PluginShareContext> shareContext() {
    return Wire.optional(json(), "shareContext", PluginShareContext::new);
  }

  /** {@return {@code source}} */
  public PluginSource source() {
    return Wire.required(json(), "source", PluginSource::read);
  }

  /**
   * Version advertised by the remote marketplace backend when available.
   *
   * @return {@code version}; empty when absent or null
   */
  public Optional<String> version() {
    return Wire.optionalText(json(), "version");
  }
}
