// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ConfigRequirements} of the protocol. */
public final class ConfigRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code additionalDeveloperInstructions}; empty when absent or null} */
  public Optional<String> additionalDeveloperInstructions() {
    return Wire.optionalText(json(), "additionalDeveloperInstructions");
  }

  /** {@return {@code allowAppshots}; empty when absent or null} */
  public Optional<Boolean> allowAppshots() {
    return Wire.optional(json(), "allowAppshots", Wire::flag);
  }

  /** {@return {@code allowBrowserAndComputerUse}; empty when absent or null} */
  public Optional<Boolean> allowBrowserAndComputerUse() {
    return Wire.optional(json(), "allowBrowserAndComputerUse", Wire::flag);
  }

  /** {@return {@code allowLoginShell}; empty when absent or null} */
  public Optional<Boolean> allowLoginShell() {
    return Wire.optional(json(), "allowLoginShell", Wire::flag);
  }

  /** {@return {@code allowManagedHooksOnly}; empty when absent or null} */
  public Optional<Boolean> allowManagedHooksOnly() {
    return Wire.optional(json(), "allowManagedHooksOnly", Wire::flag);
  }

  /** {@return {@code allowRemoteControl}; empty when absent or null} */
  public Optional<Boolean> allowRemoteControl() {
    return Wire.optional(json(), "allowRemoteControl", Wire::flag);
  }

  /** {@return {@code allowedApprovalPolicies}; empty also when absent or null} */
  public List<AskForApproval> allowedApprovalPolicies() {
    return Wire.list(json(), "allowedApprovalPolicies", AskForApproval::read);
  }

  /** {@return {@code allowedApprovalsReviewers}; empty also when absent or null} */
  @Experimental
  public List<ApprovalsReviewer> allowedApprovalsReviewers() {
    return Wire.list(json(), "allowedApprovalsReviewers", ApprovalsReviewer::read);
  }

  /**
   * Effective login methods after managed, forced-login, and workspace restrictions. An empty
   * list permits no login method. Older servers may omit this field.
   *
   * @return {@code allowedLoginMethods}; empty also when absent or null
   */
  public List<ForcedLoginMethod> allowedLoginMethods() {
    return Wire.list(json(), "allowedLoginMethods", ForcedLoginMethod::read);
  }

  /** {@return {@code allowedPermissionProfiles}; empty also when absent or null} */
  public Map<String, Boolean> allowedPermissionProfiles() {
    return Wire.map(json(), "allowedPermissionProfiles", Wire::flag);
  }

  /** {@return {@code allowedSandboxModes}; empty also when absent or null} */
  public List<SandboxMode> allowedSandboxModes() {
    return Wire.list(json(), "allowedSandboxModes", SandboxMode::read);
  }

  /** {@return {@code allowedWebSearchModes}; empty also when absent or null} */
  public List<WebSearchMode> allowedWebSearchModes() {
    return Wire.list(json(), "allowedWebSearchModes", WebSearchMode::read);
  }

  /** {@return {@code allowedWindowsSandboxImplementations}; empty also when absent or null} */
  public List<WindowsSandboxImplementation> allowedWindowsSandboxImplementations() {
    return Wire.list(json(), "allowedWindowsSandboxImplementations", WindowsSandboxImplementation::read);
  }

  /** {@return {@code application}; empty when absent or null} */
  @Experimental
  public Optional<ApplicationRequirements> application() {
    return Wire.optional(json(), "application", ApplicationRequirements::new);
  }

  /** {@return {@code autoReview}; empty when absent or null} */
  public Optional<AutoReviewRequirements> autoReview() {
    return Wire.optional(json(), "autoReview", AutoReviewRequirements::new);
  }

  /** {@return {@code browserUse}; empty when absent or null} */
  public Optional<BrowserUseRequirements> browserUse() {
    return Wire.optional(json(), "browserUse", BrowserUseRequirements::new);
  }

  /** {@return {@code chatgptBaseUrl}; empty when absent or null} */
  public Optional<String> chatgptBaseUrl() {
    return Wire.optionalText(json(), "chatgptBaseUrl");
  }

  /** {@return {@code checkForUpdateOnStartup}; empty when absent or null} */
  public Optional<Boolean> checkForUpdateOnStartup() {
    return Wire.optional(json(), "checkForUpdateOnStartup", Wire::flag);
  }

  /** {@return {@code cliAuthCredentialsStore}; empty when absent or null} */
  public Optional<CliAuthCredentialsStoreMode> cliAuthCredentialsStore() {
    return Wire.optional(json(), "cliAuthCredentialsStore", CliAuthCredentialsStoreMode::read);
  }

  /** {@return {@code computerUse}; empty when absent or null} */
  public Optional<ComputerUseRequirements> computerUse() {
    return Wire.optional(json(), "computerUse", ComputerUseRequirements::new);
  }

  /** {@return {@code defaultPermissions}; empty when absent or null} */
  public Optional<String> defaultPermissions() {
    return Wire.optionalText(json(), "defaultPermissions");
  }

  /** {@return {@code enforceResidency}; empty when absent or null} */
  public Optional<ResidencyRequirement> enforceResidency() {
    return Wire.optional(json(), "enforceResidency", ResidencyRequirement::read);
  }

  /** {@return {@code featureRequirements}; empty also when absent or null} */
  public Map<String, Boolean> featureRequirements() {
    return Wire.map(json(), "featureRequirements", Wire::flag);
  }

  /** {@return {@code feedback}; empty when absent or null} */
  public Optional<FeedbackRequirements> feedback() {
    return Wire.optional(json(), "feedback", FeedbackRequirements::new);
  }

  /** {@return {@code hooks}; empty when absent or null} */
  @Experimental
  public Optional<ManagedHooksRequirements> hooks() {
    return Wire.optional(json(), "hooks", ManagedHooksRequirements::new);
  }

  /** {@return {@code inAppBrowser}; empty when absent or null} */
  public Optional<InAppBrowserRequirements> inAppBrowser() {
    return Wire.optional(json(), "inAppBrowser", InAppBrowserRequirements::new);
  }

  /** {@return {@code logDir}; empty when absent or null} */
  public Optional<String> logDir() {
    return Wire.optionalText(json(), "logDir");
  }

  /** {@return {@code modelCatalogJson}; empty when absent or null} */
  public Optional<String> modelCatalogJson() {
    return Wire.optionalText(json(), "modelCatalogJson");
  }

  /**
   * Exact provider selection required by managed policy.
   *
   * @return {@code modelProvider}; empty when absent or null
   */
  public Optional<String> modelProvider() {
    return Wire.optionalText(json(), "modelProvider");
  }

  /**
   * Complete required provider definitions, using config.toml field names.
   *
   * @return {@code modelProviders}; a missing node when absent
   */
  public JsonNode modelProviders() {
    return json().path("modelProviders");
  }

  /** {@return {@code models}; empty when absent or null} */
  public Optional<ModelsRequirements> models() {
    return Wire.optional(json(), "models", ModelsRequirements::new);
  }

  /** {@return {@code network}; empty when absent or null} */
  @Experimental
  public Optional<NetworkRequirements> network() {
    return Wire.optional(json(), "network", NetworkRequirements::new);
  }

  /** {@return {@code otel}; empty when absent or null} */
  public Optional<OtelRequirements> otel() {
    return Wire.optional(json(), "otel", OtelRequirements::new);
  }

  /** {@return {@code sqliteHome}; empty when absent or null} */
  public Optional<String> sqliteHome() {
    return Wire.optionalText(json(), "sqliteHome");
  }
}
