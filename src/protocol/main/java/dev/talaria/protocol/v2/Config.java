// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code Config} of the protocol. */
public final class Config extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Config(JsonNode json) {
    super(json);
  }

  /** {@return {@code analytics}; empty when absent or null} */
  public Optional<AnalyticsConfig> analytics() {
    return Wire.optional(json(), "analytics", AnalyticsConfig::new);
  }

  /** {@return {@code approval_policy}; empty when absent or null} */
  public Optional<AskForApproval> approvalPolicy() {
    return Wire.optional(json(), "approval_policy", AskForApproval::read);
  }

  /**
   * [UNSTABLE] Optional default for where approval requests are routed for review.
   *
   * @return {@code approvals_reviewer}; empty when absent or null
   */
  public Optional<ApprovalsReviewer> approvalsReviewer() {
    return Wire.optional(json(), "approvals_reviewer", ApprovalsReviewer::read);
  }

  /** {@return {@code apps}; empty when absent or null} */
  @Experimental
  public Optional<AppsConfig> apps() {
    return Wire.optional(json(), "apps", AppsConfig::new);
  }

  /** {@return {@code browser_use}; empty when absent or null} */
  public Optional<BrowserUseConfig> browserUse() {
    return Wire.optional(json(), "browser_use", BrowserUseConfig::new);
  }

  /**
   * Effective tools.client_search_provider hint. Model-selected providers take precedence.
   *
   * @return {@code client_search_provider}; empty when absent or null
   */
  public Optional<WebSearchProvider> clientSearchProvider() {
    return Wire.optional(json(), "client_search_provider", WebSearchProvider::read);
  }

  /** {@return {@code compact_prompt}; empty when absent or null} */
  public Optional<String> compactPrompt() {
    return Wire.optionalText(json(), "compact_prompt");
  }

  /** {@return {@code computer_use}; empty when absent or null} */
  public Optional<ComputerUseConfig> computerUse() {
    return Wire.optional(json(), "computer_use", ComputerUseConfig::new);
  }

  /** {@return {@code desktop}; a missing node when absent} */
  public JsonNode desktop() {
    return json().path("desktop");
  }

  /** {@return {@code developer_instructions}; empty when absent or null} */
  public Optional<String> developerInstructions() {
    return Wire.optionalText(json(), "developer_instructions");
  }

  /** {@return {@code forced_chatgpt_workspace_id}; empty when absent or null} */
  public Optional<ForcedChatgptWorkspaceIds> forcedChatgptWorkspaceId() {
    return Wire.optional(json(), "forced_chatgpt_workspace_id", ForcedChatgptWorkspaceIds::new);
  }

  /** {@return {@code forced_login_method}; empty when absent or null} */
  public Optional<ForcedLoginMethod> forcedLoginMethod() {
    return Wire.optional(json(), "forced_login_method", ForcedLoginMethod::read);
  }

  /** {@return {@code instructions}; empty when absent or null} */
  public Optional<String> instructions() {
    return Wire.optionalText(json(), "instructions");
  }

  /** {@return {@code model}; empty when absent or null} */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /** {@return {@code model_auto_compact_token_limit}; empty when absent or null} */
  public Optional<Long> modelAutoCompactTokenLimit() {
    return Wire.optional(json(), "model_auto_compact_token_limit", Wire::longInteger);
  }

  /** {@return {@code model_auto_compact_token_limit_scope}; empty when absent or null} */
  public Optional<AutoCompactTokenLimitScope> modelAutoCompactTokenLimitScope() {
    return Wire.optional(json(), "model_auto_compact_token_limit_scope", AutoCompactTokenLimitScope::read);
  }

  /** {@return {@code model_context_window}; empty when absent or null} */
  public Optional<Long> modelContextWindow() {
    return Wire.optional(json(), "model_context_window", Wire::longInteger);
  }

  /** {@return {@code model_provider}; empty when absent or null} */
  public Optional<String> modelProvider() {
    return Wire.optionalText(json(), "model_provider");
  }

  /** {@return {@code model_reasoning_effort}; empty when absent or null} */
  public Optional<String> modelReasoningEffort() {
    return Wire.optionalText(json(), "model_reasoning_effort");
  }

  /** {@return {@code model_reasoning_summary}; empty when absent or null} */
  public Optional<ReasoningSummary> modelReasoningSummary() {
    return Wire.optional(json(), "model_reasoning_summary", ReasoningSummary::read);
  }

  /** {@return {@code model_verbosity}; empty when absent or null} */
  public Optional<Verbosity> modelVerbosity() {
    return Wire.optional(json(), "model_verbosity", Verbosity::read);
  }

  /** {@return {@code review_model}; empty when absent or null} */
  public Optional<String> reviewModel() {
    return Wire.optionalText(json(), "review_model");
  }

  /** {@return {@code sandbox_mode}; empty when absent or null} */
  public Optional<SandboxMode> sandboxMode() {
    return Wire.optional(json(), "sandbox_mode", SandboxMode::read);
  }

  /** {@return {@code sandbox_workspace_write}; empty when absent or null} */
  public Optional<SandboxWorkspaceWrite> sandboxWorkspaceWrite() {
    return Wire.optional(json(), "sandbox_workspace_write", SandboxWorkspaceWrite::new);
  }

  /** {@return {@code service_tier}; empty when absent or null} */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "service_tier");
  }

  /** {@return {@code tools}; empty when absent or null} */
  public Optional<ToolsV2> tools() {
    return Wire.optional(json(), "tools", ToolsV2::new);
  }

  /** {@return {@code web_search}; empty when absent or null} */
  public Optional<WebSearchMode> webSearch() {
    return Wire.optional(json(), "web_search", WebSearchMode::read);
  }
}
