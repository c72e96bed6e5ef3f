// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.Method;
import dev.talaria.protocol.WireValue;
import java.util.function.BiFunction;

/** The methods that a client calls, each with the types of its params and its result. */
public final class Methods {

  private static final BiFunction<String, JsonNode, WireValue> READER = Methods::read;

  /** {@code account/bedrock/checkGovCloudRequirements}. */
  @Experimental
  public static final Method<BedrockCheckGovCloudRequirementsParams, BedrockCheckGovCloudRequirementsResponse> ACCOUNT_BEDROCK_CHECK_GOV_CLOUD_REQUIREMENTS =
      new Method<>("account/bedrock/checkGovCloudRequirements", READER);

  /** {@code account/bedrock/discover}. */
  @Experimental
  public static final Method<BedrockDiscoverParams, BedrockDiscoverResponse> ACCOUNT_BEDROCK_DISCOVER =
      new Method<>("account/bedrock/discover", READER);

  /** {@code account/bedrock/setup}. */
  @Experimental
  public static final Method<BedrockSetupParams, BedrockSetupResponse> ACCOUNT_BEDROCK_SETUP =
      new Method<>("account/bedrock/setup", READER);

  /** {@code account/gatewayOAuth/cancel}. */
  public static final Method<Void, GatewayOAuthCancelResponse> ACCOUNT_GATEWAY_OAUTH_CANCEL =
      new Method<>("account/gatewayOAuth/cancel", READER);

  /** {@code account/gatewayOAuth/login}. */
  public static final Method<GatewayOAuthLoginParams, GatewayOAuthLoginResponse> ACCOUNT_GATEWAY_OAUTH_LOGIN =
      new Method<>("account/gatewayOAuth/login", READER);

  /** {@code account/gatewayOAuth/read}. */
  public static final Method<GatewayOAuthReadParams, GatewayOAuthReadResponse> ACCOUNT_GATEWAY_OAUTH_READ =
      new Method<>("account/gatewayOAuth/read", READER);

  /** {@code account/gcp/setup}. */
  @Experimental
  public static final Method<GcpSetupParams, GcpSetupResponse> ACCOUNT_GCP_SETUP =
      new Method<>("account/gcp/setup", READER);

  /** {@code account/login/cancel}. */
  public static final Method<CancelLoginAccountParams, CancelLoginAccountResponse> ACCOUNT_LOGIN_CANCEL =
      new Method<>("account/login/cancel", READER);

  /** {@code account/login/start}. */
  public static final Method<LoginAccountParams, LoginAccountResponse> ACCOUNT_LOGIN_START =
      new Method<>("account/login/start", READER);

  /** {@code account/logout}. */
  public static final Method<Void, LogoutAccountResponse> ACCOUNT_LOGOUT =
      new Method<>("account/logout", READER);

  /** {@code account/rateLimitResetCredit/consume}. */
  public static final Method<ConsumeAccountRateLimitResetCreditParams, ConsumeAccountRateLimitResetCreditResponse> ACCOUNT_RATE_LIMIT_RESET_CREDIT_CONSUME =
      new Method<>("account/rateLimitResetCredit/consume", READER);

  /** {@code account/rateLimits/read}. */
  public static final Method<GetAccountRateLimitsParams, GetAccountRateLimitsResponse> ACCOUNT_RATE_LIMITS_READ =
      new Method<>("account/rateLimits/read", READER);

  /** {@code account/read}. */
  public static final Method<GetAccountParams, GetAccountResponse> ACCOUNT_READ =
      new Method<>("account/read", READER);

  /** {@code account/securitySetup/read}. */
  public static final Method<Void, GetAccountSecuritySetupResponse> ACCOUNT_SECURITY_SETUP_READ =
      new Method<>("account/securitySetup/read", READER);

  /** {@code account/sendAddCreditsNudgeEmail}. */
  public static final Method<SendAddCreditsNudgeEmailParams, SendAddCreditsNudgeEmailResponse> ACCOUNT_SEND_ADD_CREDITS_NUDGE_EMAIL =
      new Method<>("account/sendAddCreditsNudgeEmail", READER);

  /** {@code account/usage/read}. */
  public static final Method<GetAccountTokenUsageParams, GetAccountTokenUsageResponse> ACCOUNT_USAGE_READ =
      new Method<>("account/usage/read", READER);

  /** {@code account/workspaceMessages/read}. */
  public static final Method<Void, GetWorkspaceMessagesResponse> ACCOUNT_WORKSPACE_MESSAGES_READ =
      new Method<>("account/workspaceMessages/read", READER);

  /** {@code accountSession/list}. */
  @Experimental
  public static final Method<AccountSessionsListParams, AccountSessionsResponse> ACCOUNT_SESSION_LIST =
      new Method<>("accountSession/list", READER);

  /** {@code accountSession/switch}. */
  @Experimental
  public static final Method<AccountSessionsSwitchParams, AccountSessionsSwitchResponse> ACCOUNT_SESSION_SWITCH =
      new Method<>("accountSession/switch", READER);

  /** {@code app/installed}. */
  public static final Method<AppsInstalledParams, AppsInstalledResponse> APP_INSTALLED =
      new Method<>("app/installed", READER);

  /** {@code app/list}. */
  public static final Method<AppsListParams, AppsListResponse> APP_LIST =
      new Method<>("app/list", READER);

  /** {@code app/read}. */
  public static final Method<AppsReadParams, AppsReadResponse> APP_READ =
      new Method<>("app/read", READER);

  /** {@code collaborationMode/list}. */
  @Experimental
  public static final Method<CollaborationModeListParams, CollaborationModeListResponse> COLLABORATION_MODE_LIST =
      new Method<>("collaborationMode/list", READER);

  /** {@code command/exec}. */
  public static final Method<CommandExecParams, CommandExecResponse> COMMAND_EXEC =
      new Method<>("command/exec", READER);

  /** {@code command/exec/resize}. */
  public static final Method<CommandExecResizeParams, CommandExecResizeResponse> COMMAND_EXEC_RESIZE =
      new Method<>("command/exec/resize", READER);

  /** {@code command/exec/terminate}. */
  public static final Method<CommandExecTerminateParams, CommandExecTerminateResponse> COMMAND_EXEC_TERMINATE =
      new Method<>("command/exec/terminate", READER);

  /** {@code command/exec/write}. */
  public static final Method<CommandExecWriteParams, CommandExecWriteResponse> COMMAND_EXEC_WRITE =
      new Method<>("command/exec/write", READER);

  /** {@code config/batchWrite}. */
  public static final Method<ConfigBatchWriteParams, ConfigWriteResponse> CONFIG_BATCH_WRITE =
      new Method<>("config/batchWrite", READER);

  /** {@code config/mcpServer/reload}. */
  public static final Method<Void, McpServerRefreshResponse> CONFIG_MCP_SERVER_RELOAD =
      new Method<>("config/mcpServer/reload", READER);

  /** {@code config/read}. */
  public static final Method<ConfigReadParams, ConfigReadResponse> CONFIG_READ =
      new Method<>("config/read", READER);

  /** {@code config/value/write}. */
  public static final Method<ConfigValueWriteParams, ConfigWriteResponse> CONFIG_VALUE_WRITE =
      new Method<>("config/value/write", READER);

  /** {@code configRequirements/read}. */
  public static final Method<Void, ConfigRequirementsReadResponse> CONFIG_REQUIREMENTS_READ =
      new Method<>("configRequirements/read", READER);

  /** {@code environment/add}. */
  @Experimental
  public static final Method<EnvironmentAddParams, EnvironmentAddResponse> ENVIRONMENT_ADD =
      new Method<>("environment/add", READER);

  /** {@code environment/info}. */
  @Experimental
  public static final Method<EnvironmentInfoParams, EnvironmentInfoResponse> ENVIRONMENT_INFO =
      new Method<>("environment/info", READER);

  /** {@code environment/status}. */
  @Experimental
  public static final Method<EnvironmentStatusParams, EnvironmentStatusResponse> ENVIRONMENT_STATUS =
      new Method<>("environment/status", READER);

  /** {@code experimentalFeature/enablement/set}. */
  public static final Method<ExperimentalFeatureEnablementSetParams, ExperimentalFeatureEnablementSetResponse> EXPERIMENTAL_FEATURE_ENABLEMENT_SET =
      new Method<>("experimentalFeature/enablement/set", READER);

  /** {@code experimentalFeature/list}. */
  public static final Method<ExperimentalFeatureListParams, ExperimentalFeatureListResponse> EXPERIMENTAL_FEATURE_LIST =
      new Method<>("experimentalFeature/list", READER);

  /** {@code externalAgentConfig/detect}. */
  public static final Method<ExternalAgentConfigDetectParams, ExternalAgentConfigDetectResponse> EXTERNAL_AGENT_CONFIG_DETECT =
      new Method<>("externalAgentConfig/detect", READER);

  /** {@code externalAgentConfig/import}. */
  public static final Method<ExternalAgentConfigImportParams, ExternalAgentConfigImportResponse> EXTERNAL_AGENT_CONFIG_IMPORT =
      new Method<>("externalAgentConfig/import", READER);

  /** {@code externalAgentConfig/import/readHistories}. */
  public static final Method<Void, ExternalAgentConfigImportHistoriesReadResponse> EXTERNAL_AGENT_CONFIG_IMPORT_READ_HISTORIES =
      new Method<>("externalAgentConfig/import/readHistories", READER);

  /** {@code externalAgentConfig/import/recordHistory}. */
  public static final Method<ExternalAgentConfigImportHistoryRecordParams, ExternalAgentConfigImportHistoryRecordResponse> EXTERNAL_AGENT_CONFIG_IMPORT_RECORD_HISTORY =
      new Method<>("externalAgentConfig/import/recordHistory", READER);

  /** {@code feedback/save}. */
  public static final Method<FeedbackSaveParams, FeedbackSaveResponse> FEEDBACK_SAVE =
      new Method<>("feedback/save", READER);

  /** {@code feedback/upload}. */
  public static final Method<FeedbackUploadParams, FeedbackUploadResponse> FEEDBACK_UPLOAD =
      new Method<>("feedback/upload", READER);

  /** {@code fs/copy}. */
  public static final Method<FsCopyParams, FsCopyResponse> FS_COPY =
      new Method<>("fs/copy", READER);

  /** {@code fs/createDirectory}. */
  public static final Method<FsCreateDirectoryParams, FsCreateDirectoryResponse> FS_CREATE_DIRECTORY =
      new Method<>("fs/createDirectory", READER);

  /** {@code fs/getMetadata}. */
  public static final Method<FsGetMetadataParams, FsGetMetadataResponse> FS_GET_METADATA =
      new Method<>("fs/getMetadata", READER);

  /** {@code fs/readDirectory}. */
  public static final Method<FsReadDirectoryParams, FsReadDirectoryResponse> FS_READ_DIRECTORY =
      new Method<>("fs/readDirectory", READER);

  /** {@code fs/readFile}. */
  public static final Method<FsReadFileParams, FsReadFileResponse> FS_READ_FILE =
      new Method<>("fs/readFile", READER);

  /** {@code fs/remove}. */
  public static final Method<FsRemoveParams, FsRemoveResponse> FS_REMOVE =
      new Method<>("fs/remove", READER);

  /** {@code fs/unwatch}. */
  public static final Method<FsUnwatchParams, FsUnwatchResponse> FS_UNWATCH =
      new Method<>("fs/unwatch", READER);

  /** {@code fs/watch}. */
  public static final Method<FsWatchParams, FsWatchResponse> FS_WATCH =
      new Method<>("fs/watch", READER);

  /** {@code fs/writeFile}. */
  public static final Method<FsWriteFileParams, FsWriteFileResponse> FS_WRITE_FILE =
      new Method<>("fs/writeFile", READER);

  /** {@code fuzzyFileSearch}. */
  public static final Method<FuzzyFileSearchParams, FuzzyFileSearchResponse> FUZZY_FILE_SEARCH =
      new Method<>("fuzzyFileSearch", READER);

  /** {@code fuzzyFileSearch/sessionStart}. */
  @Experimental
  public static final Method<FuzzyFileSearchSessionStartParams, FuzzyFileSearchSessionStartResponse> FUZZY_FILE_SEARCH_SESSION_START =
      new Method<>("fuzzyFileSearch/sessionStart", READER);

  /** {@code fuzzyFileSearch/sessionStop}. */
  @Experimental
  public static final Method<FuzzyFileSearchSessionStopParams, FuzzyFileSearchSessionStopResponse> FUZZY_FILE_SEARCH_SESSION_STOP =
      new Method<>("fuzzyFileSearch/sessionStop", READER);

  /** {@code fuzzyFileSearch/sessionUpdate}. */
  @Experimental
  public static final Method<FuzzyFileSearchSessionUpdateParams, FuzzyFileSearchSessionUpdateResponse> FUZZY_FILE_SEARCH_SESSION_UPDATE =
      new Method<>("fuzzyFileSearch/sessionUpdate", READER);

  /** {@code hooks/list}. */
  public static final Method<HooksListParams, HooksListResponse> HOOKS_LIST =
      new Method<>("hooks/list", READER);

  /** {@code initialize}. */
  public static final Method<InitializeParams, InitializeResponse> INITIALIZE =
      new Method<>("initialize", READER);

  /** {@code marketplace/add}. */
  public static final Method<MarketplaceAddParams, MarketplaceAddResponse> MARKETPLACE_ADD =
      new Method<>("marketplace/add", READER);

  /** {@code marketplace/remove}. */
  public static final Method<MarketplaceRemoveParams, MarketplaceRemoveResponse> MARKETPLACE_REMOVE =
      new Method<>("marketplace/remove", READER);

  /** {@code marketplace/upgrade}. */
  public static final Method<MarketplaceUpgradeParams, MarketplaceUpgradeResponse> MARKETPLACE_UPGRADE =
      new Method<>("marketplace/upgrade", READER);

  /** {@code mcpServer/event/stream/start}. */
  @Experimental
  public static final Method<McpServerEventStreamStartParams, McpServerEventStreamStartResponse> MCP_SERVER_EVENT_STREAM_START =
      new Method<>("mcpServer/event/stream/start", READER);

  /** {@code mcpServer/event/stream/stop}. */
  @Experimental
  public static final Method<McpServerEventStreamStopParams, McpServerEventStreamStopResponse> MCP_SERVER_EVENT_STREAM_STOP =
      new Method<>("mcpServer/event/stream/stop", READER);

  /** {@code mcpServer/oauth/login}. */
  public static final Method<McpServerOauthLoginParams, McpServerOauthLoginResponse> MCP_SERVER_OAUTH_LOGIN =
      new Method<>("mcpServer/oauth/login", READER);

  /** {@code mcpServer/resource/read}. */
  public static final Method<McpResourceReadParams, McpResourceReadResponse> MCP_SERVER_RESOURCE_READ =
      new Method<>("mcpServer/resource/read", READER);

  /** {@code mcpServer/tool/call}. */
  public static final Method<McpServerToolCallParams, McpServerToolCallResponse> MCP_SERVER_TOOL_CALL =
      new Method<>("mcpServer/tool/call", READER);

  /** {@code mcpServerStatus/list}. */
  public static final Method<ListMcpServerStatusParams, ListMcpServerStatusResponse> MCP_SERVER_STATUS_LIST =
      new Method<>("mcpServerStatus/list", READER);

  /** {@code memory/reset}. */
  @Experimental
  public static final Method<Void, MemoryResetResponse> MEMORY_RESET =
      new Method<>("memory/reset", READER);

  /** {@code memory/status}. */
  @Experimental
  public static final Method<MemoryStatusParams, MemoryStatusResponse> MEMORY_STATUS =
      new Method<>("memory/status", READER);

  /** {@code mock/experimentalMethod}. */
  @Experimental
  public static final Method<MockExperimentalMethodParams, MockExperimentalMethodResponse> MOCK_EXPERIMENTAL_METHOD =
      new Method<>("mock/experimentalMethod", READER);

  /** {@code model/list}. */
  public static final Method<ModelListParams, ModelListResponse> MODEL_LIST =
      new Method<>("model/list", READER);

  /** {@code modelProvider/capabilities/read}. */
  public static final Method<ModelProviderCapabilitiesReadParams, ModelProviderCapabilitiesReadResponse> MODEL_PROVIDER_CAPABILITIES_READ =
      new Method<>("modelProvider/capabilities/read", READER);

  /** {@code modelProvider/config/write}. */
  public static final Method<ModelProviderConfigWriteParams, ModelProviderConfigWriteResponse> MODEL_PROVIDER_CONFIG_WRITE =
      new Method<>("modelProvider/config/write", READER);

  /** {@code modelProvider/list}. */
  public static final Method<ModelProviderListParams, ModelProviderListResponse> MODEL_PROVIDER_LIST =
      new Method<>("modelProvider/list", READER);

  /** {@code permissionProfile/list}. */
  public static final Method<PermissionProfileListParams, PermissionProfileListResponse> PERMISSION_PROFILE_LIST =
      new Method<>("permissionProfile/list", READER);

  /** {@code plugin/install}. */
  public static final Method<PluginInstallParams, PluginInstallResponse> PLUGIN_INSTALL =
      new Method<>("plugin/install", READER);

  /** {@code plugin/installed}. */
  public static final Method<PluginInstalledParams, PluginInstalledResponse> PLUGIN_INSTALLED =
      new Method<>("plugin/installed", READER);

  /** {@code plugin/list}. */
  public static final Method<PluginListParams, PluginListResponse> PLUGIN_LIST =
      new Method<>("plugin/list", READER);

  /** {@code plugin/read}. */
  public static final Method<PluginReadParams, PluginReadResponse> PLUGIN_READ =
      new Method<>("plugin/read", READER);

  /** {@code plugin/reconcile}. */
  public static final Method<PluginReconcileParams, PluginReconcileResponse> PLUGIN_RECONCILE =
      new Method<>("plugin/reconcile", READER);

  /** {@code plugin/search}. */
  @Experimental
  public static final Method<PluginSearchParams, PluginSearchResponse> PLUGIN_SEARCH =
      new Method<>("plugin/search", READER);

  /** {@code plugin/share/checkout}. */
  public static final Method<PluginShareCheckoutParams, PluginShareCheckoutResponse> PLUGIN_SHARE_CHECKOUT =
      new Method<>("plugin/share/checkout", READER);

  /** {@code plugin/share/delete}. */
  public static final Method<PluginShareDeleteParams, PluginShareDeleteResponse> PLUGIN_SHARE_DELETE =
      new Method<>("plugin/share/delete", READER);

  /** {@code plugin/share/list}. */
  public static final Method<PluginShareListParams, PluginShareListResponse> PLUGIN_SHARE_LIST =
      new Method<>("plugin/share/list", READER);

  /** {@code plugin/share/save}. */
  public static final Method<PluginShareSaveParams, PluginShareSaveResponse> PLUGIN_SHARE_SAVE =
      new Method<>("plugin/share/save", READER);

  /** {@code plugin/share/updateTargets}. */
  public static final Method<PluginShareUpdateTargetsParams, PluginShareUpdateTargetsResponse> PLUGIN_SHARE_UPDATE_TARGETS =
      new Method<>("plugin/share/updateTargets", READER);

  /** {@code plugin/skill/read}. */
  public static final Method<PluginSkillReadParams, PluginSkillReadResponse> PLUGIN_SKILL_READ =
      new Method<>("plugin/skill/read", READER);

  /** {@code plugin/uninstall}. */
  public static final Method<PluginUninstallParams, PluginUninstallResponse> PLUGIN_UNINSTALL =
      new Method<>("plugin/uninstall", READER);

  /** {@code process/kill}. */
  @Experimental
  public static final Method<ProcessKillParams, ProcessKillResponse> PROCESS_KILL =
      new Method<>("process/kill", READER);

  /** {@code process/resizePty}. */
  @Experimental
  public static final Method<ProcessResizePtyParams, ProcessResizePtyResponse> PROCESS_RESIZE_PTY =
      new Method<>("process/resizePty", READER);

  /** {@code process/spawn}. */
  @Experimental
  public static final Method<ProcessSpawnParams, ProcessSpawnResponse> PROCESS_SPAWN =
      new Method<>("process/spawn", READER);

  /** {@code process/writeStdin}. */
  @Experimental
  public static final Method<ProcessWriteStdinParams, ProcessWriteStdinResponse> PROCESS_WRITE_STDIN =
      new Method<>("process/writeStdin", READER);

  /** {@code project/create}. */
  @Experimental
  public static final Method<ProjectCreateParams, ProjectCreateResponse> PROJECT_CREATE =
      new Method<>("project/create", READER);

  /** {@code project/delete}. */
  @Experimental
  public static final Method<ProjectDeleteParams, ProjectDeleteResponse> PROJECT_DELETE =
      new Method<>("project/delete", READER);

  /** {@code project/import}. */
  @Experimental
  public static final Method<ProjectImportParams, ProjectImportResponse> PROJECT_IMPORT =
      new Method<>("project/import", READER);

  /** {@code project/list}. */
  @Experimental
  public static final Method<ProjectListParams, ProjectListResponse> PROJECT_LIST =
      new Method<>("project/list", READER);

  /** {@code project/move}. */
  @Experimental
  public static final Method<ProjectMoveParams, ProjectMoveResponse> PROJECT_MOVE =
      new Method<>("project/move", READER);

  /** {@code project/read}. */
  @Experimental
  public static final Method<ProjectReadParams, ProjectReadResponse> PROJECT_READ =
      new Method<>("project/read", READER);

  /** {@code project/update}. */
  @Experimental
  public static final Method<ProjectUpdateParams, ProjectUpdateResponse> PROJECT_UPDATE =
      new Method<>("project/update", READER);

  /** {@code remoteControl/client/list}. */
  @Experimental
  public static final Method<RemoteControlClientsListParams, RemoteControlClientsListResponse> REMOTE_CONTROL_CLIENT_LIST =
      new Method<>("remoteControl/client/list", READER);

  /** {@code remoteControl/client/revoke}. */
  @Experimental
  public static final Method<RemoteControlClientsRevokeParams, RemoteControlClientsRevokeResponse> REMOTE_CONTROL_CLIENT_REVOKE =
      new Method<>("remoteControl/client/revoke", READER);

  /** {@code remoteControl/disable}. */
  @Experimental
  public static final Method<RemoteControlDisableParams, RemoteControlDisableResponse> REMOTE_CONTROL_DISABLE =
      new Method<>("remoteControl/disable", READER);

  /** {@code remoteControl/enable}. */
  @Experimental
  public static final Method<RemoteControlEnableParams, RemoteControlEnableResponse> REMOTE_CONTROL_ENABLE =
      new Method<>("remoteControl/enable", READER);

  /** {@code remoteControl/pairing/start}. */
  @Experimental
  public static final Method<RemoteControlPairingStartParams, RemoteControlPairingStartResponse> REMOTE_CONTROL_PAIRING_START =
      new Method<>("remoteControl/pairing/start", READER);

  /** {@code remoteControl/pairing/status}. */
  @Experimental
  public static final Method<RemoteControlPairingStatusParams, RemoteControlPairingStatusResponse> REMOTE_CONTROL_PAIRING_STATUS =
      new Method<>("remoteControl/pairing/status", READER);

  /** {@code remoteControl/status/read}. */
  @Experimental
  public static final Method<Void, RemoteControlStatusReadResponse> REMOTE_CONTROL_STATUS_READ =
      new Method<>("remoteControl/status/read", READER);

  /** {@code review/start}. */
  public static final Method<ReviewStartParams, ReviewStartResponse> REVIEW_START =
      new Method<>("review/start", READER);

  /** {@code rollout/compress}. */
  @Experimental
  public static final Method<Void, RolloutCompressResponse> ROLLOUT_COMPRESS =
      new Method<>("rollout/compress", READER);

  /** {@code server/diagnostics}. */
  @Experimental
  public static final Method<ServerDiagnosticsParams, ServerDiagnosticsResponse> SERVER_DIAGNOSTICS =
      new Method<>("server/diagnostics", READER);

  /** {@code skills/config/write}. */
  public static final Method<SkillsConfigWriteParams, SkillsConfigWriteResponse> SKILLS_CONFIG_WRITE =
      new Method<>("skills/config/write", READER);

  /** {@code skills/extraRoots/set}. */
  public static final Method<SkillsExtraRootsSetParams, SkillsExtraRootsSetResponse> SKILLS_EXTRA_ROOTS_SET =
      new Method<>("skills/extraRoots/set", READER);

  /** {@code skills/list}. */
  public static final Method<SkillsListParams, SkillsListResponse> SKILLS_LIST =
      new Method<>("skills/list", READER);

  /** {@code thread/approveGuardianDeniedAction}. */
  public static final Method<ThreadApproveGuardianDeniedActionParams, ThreadApproveGuardianDeniedActionResponse> THREAD_APPROVE_GUARDIAN_DENIED_ACTION =
      new Method<>("thread/approveGuardianDeniedAction", READER);

  /** {@code thread/archive}. */
  public static final Method<ThreadArchiveParams, ThreadArchiveResponse> THREAD_ARCHIVE =
      new Method<>("thread/archive", READER);

  /** {@code thread/attachment/add}. */
  public static final Method<ThreadAttachmentAddParams, ThreadAttachmentAddResponse> THREAD_ATTACHMENT_ADD =
      new Method<>("thread/attachment/add", READER);

  /** {@code thread/attachment/list}. */
  public static final Method<ThreadAttachmentListParams, ThreadAttachmentListResponse> THREAD_ATTACHMENT_LIST =
      new Method<>("thread/attachment/list", READER);

  /** {@code thread/attachment/remove}. */
  public static final Method<ThreadAttachmentRemoveParams, ThreadAttachmentRemoveResponse> THREAD_ATTACHMENT_REMOVE =
      new Method<>("thread/attachment/remove", READER);

  /** {@code thread/attachmentOwner/list}. */
  public static final Method<ThreadAttachmentOwnerListParams, ThreadAttachmentOwnerListResponse> THREAD_ATTACHMENT_OWNER_LIST =
      new Method<>("thread/attachmentOwner/list", READER);

  /** {@code thread/backgroundTerminals/clean}. */
  @Experimental
  public static final Method<ThreadBackgroundTerminalsCleanParams, ThreadBackgroundTerminalsCleanResponse> THREAD_BACKGROUND_TERMINALS_CLEAN =
      new Method<>("thread/backgroundTerminals/clean", READER);

  /** {@code thread/backgroundTerminals/list}. */
  @Experimental
  public static final Method<ThreadBackgroundTerminalsListParams, ThreadBackgroundTerminalsListResponse> THREAD_BACKGROUND_TERMINALS_LIST =
      new Method<>("thread/backgroundTerminals/list", READER);

  /** {@code thread/backgroundTerminals/terminate}. */
  @Experimental
  public static final Method<ThreadBackgroundTerminalsTerminateParams, ThreadBackgroundTerminalsTerminateResponse> THREAD_BACKGROUND_TERMINALS_TERMINATE =
      new Method<>("thread/backgroundTerminals/terminate", READER);

  /** {@code thread/compact/start}. */
  public static final Method<ThreadCompactStartParams, ThreadCompactStartResponse> THREAD_COMPACT_START =
      new Method<>("thread/compact/start", READER);

  /** {@code thread/decrement_elicitation}. */
  @Experimental
  public static final Method<ThreadDecrementElicitationParams, ThreadDecrementElicitationResponse> THREAD_DECREMENT_ELICITATION =
      new Method<>("thread/decrement_elicitation", READER);

  /** {@code thread/delete}. */
  public static final Method<ThreadDeleteParams, ThreadDeleteResponse> THREAD_DELETE =
      new Method<>("thread/delete", READER);

  /** {@code thread/fork}. */
  public static final Method<ThreadForkParams, ThreadForkResponse> THREAD_FORK =
      new Method<>("thread/fork", READER);

  /** {@code thread/goal/clear}. */
  public static final Method<ThreadGoalClearParams, ThreadGoalClearResponse> THREAD_GOAL_CLEAR =
      new Method<>("thread/goal/clear", READER);

  /** {@code thread/goal/get}. */
  public static final Method<ThreadGoalGetParams, ThreadGoalGetResponse> THREAD_GOAL_GET =
      new Method<>("thread/goal/get", READER);

  /** {@code thread/goal/set}. */
  public static final Method<ThreadGoalSetParams, ThreadGoalSetResponse> THREAD_GOAL_SET =
      new Method<>("thread/goal/set", READER);

  /** {@code thread/guardianReview}. */
  @Experimental
  public static final Method<ThreadGuardianReviewParams, ThreadGuardianReviewResponse> THREAD_GUARDIAN_REVIEW =
      new Method<>("thread/guardianReview", READER);

  /** {@code thread/increment_elicitation}. */
  @Experimental
  public static final Method<ThreadIncrementElicitationParams, ThreadIncrementElicitationResponse> THREAD_INCREMENT_ELICITATION =
      new Method<>("thread/increment_elicitation", READER);

  /** {@code thread/inject_items}. */
  public static final Method<ThreadInjectItemsParams, ThreadInjectItemsResponse> THREAD_INJECT_ITEMS =
      new Method<>("thread/inject_items", READER);

  /** {@code thread/items/list}. */
  public static final Method<ThreadItemsListParams, ThreadItemsListResponse> THREAD_ITEMS_LIST =
      new Method<>("thread/items/list", READER);

  /** {@code thread/items/read}. */
  @Experimental
  public static final Method<ThreadItemsReadParams, ThreadItemsReadResponse> THREAD_ITEMS_READ =
      new Method<>("thread/items/read", READER);

  /** {@code thread/list}. */
  public static final Method<ThreadListParams, ThreadListResponse> THREAD_LIST =
      new Method<>("thread/list", READER);

  /** {@code thread/loaded/list}. */
  public static final Method<ThreadLoadedListParams, ThreadLoadedListResponse> THREAD_LOADED_LIST =
      new Method<>("thread/loaded/list", READER);

  /** {@code thread/memory/read}. */
  @Experimental
  public static final Method<ThreadMemoryReadParams, ThreadMemoryReadResponse> THREAD_MEMORY_READ =
      new Method<>("thread/memory/read", READER);

  /** {@code thread/memoryMode/set}. */
  @Experimental
  public static final Method<ThreadMemoryModeSetParams, ThreadMemoryModeSetResponse> THREAD_MEMORY_MODE_SET =
      new Method<>("thread/memoryMode/set", READER);

  /** {@code thread/metadata/update}. */
  public static final Method<ThreadMetadataUpdateParams, ThreadMetadataUpdateResponse> THREAD_METADATA_UPDATE =
      new Method<>("thread/metadata/update", READER);

  /** {@code thread/name/set}. */
  public static final Method<ThreadSetNameParams, ThreadSetNameResponse> THREAD_NAME_SET =
      new Method<>("thread/name/set", READER);

  /** {@code thread/prediction/request}. */
  @Experimental
  public static final Method<ThreadPredictionRequestParams, ThreadPredictionRequestResponse> THREAD_PREDICTION_REQUEST =
      new Method<>("thread/prediction/request", READER);

  /** {@code thread/prepareApprovedPlan}. */
  @Experimental
  public static final Method<ThreadPrepareApprovedPlanParams, ThreadPrepareApprovedPlanResponse> THREAD_PREPARE_APPROVED_PLAN =
      new Method<>("thread/prepareApprovedPlan", READER);

  /** {@code thread/queue/add}. */
  @Experimental
  public static final Method<ThreadQueueAddParams, ThreadQueueAddResponse> THREAD_QUEUE_ADD =
      new Method<>("thread/queue/add", READER);

  /** {@code thread/queue/delete}. */
  @Experimental
  public static final Method<ThreadQueueDeleteParams, ThreadQueueDeleteResponse> THREAD_QUEUE_DELETE =
      new Method<>("thread/queue/delete", READER);

  /** {@code thread/queue/list}. */
  @Experimental
  public static final Method<ThreadQueueListParams, ThreadQueueListResponse> THREAD_QUEUE_LIST =
      new Method<>("thread/queue/list", READER);

  /** {@code thread/queue/reorder}. */
  @Experimental
  public static final Method<ThreadQueueReorderParams, ThreadQueueReorderResponse> THREAD_QUEUE_REORDER =
      new Method<>("thread/queue/reorder", READER);

  /** {@code thread/queue/start}. */
  @Experimental
  public static final Method<ThreadQueueStartParams, ThreadQueueStartResponse> THREAD_QUEUE_START =
      new Method<>("thread/queue/start", READER);

  /** {@code thread/queue/update}. */
  @Experimental
  public static final Method<ThreadQueueUpdateParams, ThreadQueueUpdateResponse> THREAD_QUEUE_UPDATE =
      new Method<>("thread/queue/update", READER);

  /** {@code thread/read}. */
  public static final Method<ThreadReadParams, ThreadReadResponse> THREAD_READ =
      new Method<>("thread/read", READER);

  /** {@code thread/readState/update}. */
  @Experimental
  public static final Method<ThreadReadStateUpdateParams, ThreadReadStateUpdateResponse> THREAD_READ_STATE_UPDATE =
      new Method<>("thread/readState/update", READER);

  /** {@code thread/realtime/appendAudio}. */
  @Experimental
  public static final Method<ThreadRealtimeAppendAudioParams, ThreadRealtimeAppendAudioResponse> THREAD_REALTIME_APPEND_AUDIO =
      new Method<>("thread/realtime/appendAudio", READER);

  /** {@code thread/realtime/appendSpeech}. */
  @Experimental
  public static final Method<ThreadRealtimeAppendSpeechParams, ThreadRealtimeAppendSpeechResponse> THREAD_REALTIME_APPEND_SPEECH =
      new Method<>("thread/realtime/appendSpeech", READER);

  /** {@code thread/realtime/appendText}. */
  @Experimental
  public static final Method<ThreadRealtimeAppendTextParams, ThreadRealtimeAppendTextResponse> THREAD_REALTIME_APPEND_TEXT =
      new Method<>("thread/realtime/appendText", READER);

  /** {@code thread/realtime/listVoices}. */
  @Experimental
  public static final Method<ThreadRealtimeListVoicesParams, ThreadRealtimeListVoicesResponse> THREAD_REALTIME_LIST_VOICES =
      new Method<>("thread/realtime/listVoices", READER);

  /** {@code thread/realtime/start}. */
  @Experimental
  public static final Method<ThreadRealtimeStartParams, ThreadRealtimeStartResponse> THREAD_REALTIME_START =
      new Method<>("thread/realtime/start", READER);

  /** {@code thread/realtime/stop}. */
  @Experimental
  public static final Method<ThreadRealtimeStopParams, ThreadRealtimeStopResponse> THREAD_REALTIME_STOP =
      new Method<>("thread/realtime/stop", READER);

  /** {@code thread/resume}. */
  public static final Method<ThreadResumeParams, ThreadResumeResponse> THREAD_RESUME =
      new Method<>("thread/resume", READER);

  /** {@code thread/revert}. */
  public static final Method<ThreadRevertParams, ThreadRevertResponse> THREAD_REVERT =
      new Method<>("thread/revert", READER);

  /** {@code thread/sample}. */
  @Experimental
  public static final Method<ThreadSampleParams, ThreadSampleResponse> THREAD_SAMPLE =
      new Method<>("thread/sample", READER);

  /** {@code thread/sample/cancel}. */
  @Experimental
  public static final Method<ThreadSampleCancelParams, ThreadSampleCancelResponse> THREAD_SAMPLE_CANCEL =
      new Method<>("thread/sample/cancel", READER);

  /** {@code thread/search}. */
  @Experimental
  public static final Method<ThreadSearchParams, ThreadSearchResponse> THREAD_SEARCH =
      new Method<>("thread/search", READER);

  /** {@code thread/searchOccurrences}. */
  @Experimental
  public static final Method<ThreadSearchOccurrencesParams, ThreadSearchOccurrencesResponse> THREAD_SEARCH_OCCURRENCES =
      new Method<>("thread/searchOccurrences", READER);

  /** {@code thread/section/move}. */
  public static final Method<ThreadSectionMoveParams, ThreadSectionMoveResponse> THREAD_SECTION_MOVE =
      new Method<>("thread/section/move", READER);

  /** {@code thread/settings/update}. */
  @Experimental
  public static final Method<ThreadSettingsUpdateParams, ThreadSettingsUpdateResponse> THREAD_SETTINGS_UPDATE =
      new Method<>("thread/settings/update", READER);

  /** {@code thread/shellCommand}. */
  public static final Method<ThreadShellCommandParams, ThreadShellCommandResponse> THREAD_SHELL_COMMAND =
      new Method<>("thread/shellCommand", READER);

  /** {@code thread/start}. */
  public static final Method<ThreadStartParams, ThreadStartResponse> THREAD_START =
      new Method<>("thread/start", READER);

  /** {@code thread/timeline/list}. */
  @Experimental
  public static final Method<ThreadTimelineListParams, ThreadTimelineListResponse> THREAD_TIMELINE_LIST =
      new Method<>("thread/timeline/list", READER);

  /** {@code thread/turns/list}. */
  public static final Method<ThreadTurnsListParams, ThreadTurnsListResponse> THREAD_TURNS_LIST =
      new Method<>("thread/turns/list", READER);

  /** {@code thread/unarchive}. */
  public static final Method<ThreadUnarchiveParams, ThreadUnarchiveResponse> THREAD_UNARCHIVE =
      new Method<>("thread/unarchive", READER);

  /** {@code thread/unsubscribe}. */
  public static final Method<ThreadUnsubscribeParams, ThreadUnsubscribeResponse> THREAD_UNSUBSCRIBE =
      new Method<>("thread/unsubscribe", READER);

  /** {@code threadSection/create}. */
  public static final Method<ThreadSectionCreateParams, ThreadSectionCreateResponse> THREAD_SECTION_CREATE =
      new Method<>("threadSection/create", READER);

  /** {@code threadSection/delete}. */
  public static final Method<ThreadSectionDeleteParams, ThreadSectionDeleteResponse> THREAD_SECTION_DELETE =
      new Method<>("threadSection/delete", READER);

  /** {@code threadSection/list}. */
  public static final Method<ThreadSectionListParams, ThreadSectionListResponse> THREAD_SECTION_LIST =
      new Method<>("threadSection/list", READER);

  /** {@code threadSection/update}. */
  public static final Method<ThreadSectionUpdateParams, ThreadSectionUpdateResponse> THREAD_SECTION_UPDATE =
      new Method<>("threadSection/update", READER);

  /** {@code turn/interrupt}. */
  public static final Method<TurnInterruptParams, TurnInterruptResponse> TURN_INTERRUPT =
      new Method<>("turn/interrupt", READER);

  /** {@code turn/settings/update}. */
  @Experimental
  public static final Method<TurnSettingsUpdateParams, TurnSettingsUpdateResponse> TURN_SETTINGS_UPDATE =
      new Method<>("turn/settings/update", READER);

  /** {@code turn/start}. */
  public static final Method<TurnStartParams, TurnStartResponse> TURN_START =
      new Method<>("turn/start", READER);

  /** {@code turn/steer}. */
  public static final Method<TurnSteerParams, TurnSteerResponse> TURN_STEER =
      new Method<>("turn/steer", READER);

  /** {@code userVerification/cancel}. */
  @Experimental
  public static final Method<UserVerificationCancelParams, UserVerificationCancelResponse> USER_VERIFICATION_CANCEL =
      new Method<>("userVerification/cancel", READER);

  /** {@code userVerification/delete}. */
  @Experimental
  public static final Method<UserVerificationDeleteParams, UserVerificationDeleteResponse> USER_VERIFICATION_DELETE =
      new Method<>("userVerification/delete", READER);

  /** {@code userVerification/enroll}. */
  @Experimental
  public static final Method<UserVerificationEnrollParams, UserVerificationEnrollResponse> USER_VERIFICATION_ENROLL =
      new Method<>("userVerification/enroll", READER);

  /** {@code userVerification/status}. */
  @Experimental
  public static final Method<UserVerificationStatusParams, UserVerificationStatusResponse> USER_VERIFICATION_STATUS =
      new Method<>("userVerification/status", READER);

  /** {@code userVerification/verify}. */
  @Experimental
  public static final Method<UserVerificationVerifyParams, UserVerificationVerifyResponse> USER_VERIFICATION_VERIFY =
      new Method<>("userVerification/verify", READER);

  /** {@code windowsSandbox/readiness}. */
  public static final Method<Void, WindowsSandboxReadinessResponse> WINDOWS_SANDBOX_READINESS =
      new Method<>("windowsSandbox/readiness", READER);

  /** {@code windowsSandbox/setupStart}. */
  public static final Method<WindowsSandboxSetupStartParams, WindowsSandboxSetupStartResponse> WINDOWS_SANDBOX_SETUP_START =
      new Method<>("windowsSandbox/setupStart", READER);

  private Methods() {}

  private static WireValue read(String method, JsonNode json) {
    return switch (method) {
      case "account/bedrock/checkGovCloudRequirements" -> new BedrockCheckGovCloudRequirementsResponse(json);
      case "account/bedrock/discover" -> new BedrockDiscoverResponse(json);
      case "account/bedrock/setup" -> new BedrockSetupResponse(json);
      case "account/gatewayOAuth/cancel" -> new GatewayOAuthCancelResponse(json);
      case "account/gatewayOAuth/login" -> new GatewayOAuthLoginResponse(json);
      case "account/gatewayOAuth/read" -> new GatewayOAuthReadResponse(json);
      case "account/gcp/setup" -> new GcpSetupResponse(json);
      case "account/login/cancel" -> new CancelLoginAccountResponse(json);
      case "account/login/start" -> LoginAccountResponse.read(json);
      case "account/logout" -> new LogoutAccountResponse(json);
      case "account/rateLimitResetCredit/consume" -> new ConsumeAccountRateLimitResetCreditResponse(json);
      case "account/rateLimits/read" -> new GetAccountRateLimitsResponse(json);
      case "account/read" -> new GetAccountResponse(json);
      case "account/securitySetup/read" -> new GetAccountSecuritySetupResponse(json);
      case "account/sendAddCreditsNudgeEmail" -> new SendAddCreditsNudgeEmailResponse(json);
      case "account/usage/read" -> new GetAccountTokenUsageResponse(json);
      case "account/workspaceMessages/read" -> new GetWorkspaceMessagesResponse(json);
      case "accountSession/list" -> new AccountSessionsResponse(json);
      case "accountSession/switch" -> new AccountSessionsSwitchResponse(json);
      case "app/installed" -> new AppsInstalledResponse(json);
      case "app/list" -> new AppsListResponse(json);
      case "app/read" -> new AppsReadResponse(json);
      case "collaborationMode/list" -> new CollaborationModeListResponse(json);
      case "command/exec" -> new CommandExecResponse(json);
      case "command/exec/resize" -> new CommandExecResizeResponse(json);
      case "command/exec/terminate" -> new CommandExecTerminateResponse(json);
      case "command/exec/write" -> new CommandExecWriteResponse(json);
      case "config/batchWrite" -> new ConfigWriteResponse(json);
      case "config/mcpServer/reload" -> new McpServerRefreshResponse(json);
      case "config/read" -> new ConfigReadResponse(json);
      case "config/value/write" -> new ConfigWriteResponse(json);
      case "configRequirements/read" -> new ConfigRequirementsReadResponse(json);
      case "environment/add" -> new EnvironmentAddResponse(json);
      case "environment/info" -> new EnvironmentInfoResponse(json);
      case "environment/status" -> new EnvironmentStatusResponse(json);
      case "experimentalFeature/enablement/set" -> new ExperimentalFeatureEnablementSetResponse(json);
      case "experimentalFeature/list" -> new ExperimentalFeatureListResponse(json);
      case "externalAgentConfig/detect" -> new ExternalAgentConfigDetectResponse(json);
      case "externalAgentConfig/import" -> new ExternalAgentConfigImportResponse(json);
      case "externalAgentConfig/import/readHistories" -> new ExternalAgentConfigImportHistoriesReadResponse(json);
      case "externalAgentConfig/import/recordHistory" -> new ExternalAgentConfigImportHistoryRecordResponse(json);
      case "feedback/save" -> new FeedbackSaveResponse(json);
      case "feedback/upload" -> new FeedbackUploadResponse(json);
      case "fs/copy" -> new FsCopyResponse(json);
      case "fs/createDirectory" -> new FsCreateDirectoryResponse(json);
      case "fs/getMetadata" -> new FsGetMetadataResponse(json);
      case "fs/readDirectory" -> new FsReadDirectoryResponse(json);
      case "fs/readFile" -> new FsReadFileResponse(json);
      case "fs/remove" -> new FsRemoveResponse(json);
      case "fs/unwatch" -> new FsUnwatchResponse(json);
      case "fs/watch" -> new FsWatchResponse(json);
      case "fs/writeFile" -> new FsWriteFileResponse(json);
      case "fuzzyFileSearch" -> new FuzzyFileSearchResponse(json);
      case "fuzzyFileSearch/sessionStart" -> new FuzzyFileSearchSessionStartResponse(json);
      case "fuzzyFileSearch/sessionStop" -> new FuzzyFileSearchSessionStopResponse(json);
      case "fuzzyFileSearch/sessionUpdate" -> new FuzzyFileSearchSessionUpdateResponse(json);
      case "hooks/list" -> new HooksListResponse(json);
      case "initialize" -> new InitializeResponse(json);
      case "marketplace/add" -> new MarketplaceAddResponse(json);
      case "marketplace/remove" -> new MarketplaceRemoveResponse(json);
      case "marketplace/upgrade" -> new MarketplaceUpgradeResponse(json);
      case "mcpServer/event/stream/start" -> new McpServerEventStreamStartResponse(json);
      case "mcpServer/event/stream/stop" -> new McpServerEventStreamStopResponse(json);
      case "mcpServer/oauth/login" -> new McpServerOauthLoginResponse(json);
      case "mcpServer/resource/read" -> new McpResourceReadResponse(json);
      case "mcpServer/tool/call" -> new McpServerToolCallResponse(json);
      case "mcpServerStatus/list" -> new ListMcpServerStatusResponse(json);
      case "memory/reset" -> new MemoryResetResponse(json);
      case "memory/status" -> new MemoryStatusResponse(json);
      case "mock/experimentalMethod" -> new MockExperimentalMethodResponse(json);
      case "model/list" -> new ModelListResponse(json);
      case "modelProvider/capabilities/read" -> new ModelProviderCapabilitiesReadResponse(json);
      case "modelProvider/config/write" -> new ModelProviderConfigWriteResponse(json);
      case "modelProvider/list" -> new ModelProviderListResponse(json);
      case "permissionProfile/list" -> new PermissionProfileListResponse(json);
      case "plugin/install" -> new PluginInstallResponse(json);
      case "plugin/installed" -> new PluginInstalledResponse(json);
      case "plugin/list" -> new PluginListResponse(json);
      case "plugin/read" -> new PluginReadResponse(json);
      case "plugin/reconcile" -> new PluginReconcileResponse(json);
      case "plugin/search" -> new PluginSearchResponse(json);
      case "plugin/share/checkout" -> new PluginShareCheckoutResponse(json);
      case "plugin/share/delete" -> new PluginShareDeleteResponse(json);
      case "plugin/share/list" -> new PluginShareListResponse(json);
      case "plugin/share/save" -> new PluginShareSaveResponse(json);
      case "plugin/share/updateTargets" -> new PluginShareUpdateTargetsResponse(json);
      case "plugin/skill/read" -> new PluginSkillReadResponse(json);
      case "plugin/uninstall" -> new PluginUninstallResponse(json);
      case "process/kill" -> new ProcessKillResponse(json);
      case "process/resizePty" -> new ProcessResizePtyResponse(json);
      case "process/spawn" -> new ProcessSpawnResponse(json);
      case "process/writeStdin" -> new ProcessWriteStdinResponse(json);
      case "project/create" -> new ProjectCreateResponse(json);
      case "project/delete" -> new ProjectDeleteResponse(json);
      case "project/import" -> new ProjectImportResponse(json);
      case "project/list" -> new ProjectListResponse(json);
      case "project/move" -> new ProjectMoveResponse(json);
      case "project/read" -> new ProjectReadResponse(json);
      case "project/update" -> new ProjectUpdateResponse(json);
      case "remoteControl/client/list" -> new RemoteControlClientsListResponse(json);
      case "remoteControl/client/revoke" -> new RemoteControlClientsRevokeResponse(json);
      case "remoteControl/disable" -> new RemoteControlDisableResponse(json);
      case "remoteControl/enable" -> new RemoteControlEnableResponse(json);
      case "remoteControl/pairing/start" -> new RemoteControlPairingStartResponse(json);
      case "remoteControl/pairing/status" -> new RemoteControlPairingStatusResponse(json);
      case "remoteControl/status/read" -> new RemoteControlStatusReadResponse(json);
      case "review/start" -> new ReviewStartResponse(json);
      case "rollout/compress" -> new RolloutCompressResponse(json);
      case "server/diagnostics" -> new ServerDiagnosticsResponse(json);
      case "skills/config/write" -> new SkillsConfigWriteResponse(json);
      case "skills/extraRoots/set" -> new SkillsExtraRootsSetResponse(json);
      case "skills/list" -> new SkillsListResponse(json);
      case "thread/approveGuardianDeniedAction" -> new ThreadApproveGuardianDeniedActionResponse(json);
      case "thread/archive" -> new ThreadArchiveResponse(json);
      case "thread/attachment/add" -> new ThreadAttachmentAddResponse(json);
      case "thread/attachment/list" -> new ThreadAttachmentListResponse(json);
      case "thread/attachment/remove" -> new ThreadAttachmentRemoveResponse(json);
      case "thread/attachmentOwner/list" -> new ThreadAttachmentOwnerListResponse(json);
      case "thread/backgroundTerminals/clean" -> new ThreadBackgroundTerminalsCleanResponse(json);
      case "thread/backgroundTerminals/list" -> new ThreadBackgroundTerminalsListResponse(json);
      case "thread/backgroundTerminals/terminate" -> new ThreadBackgroundTerminalsTerminateResponse(json);
      case "thread/compact/start" -> new ThreadCompactStartResponse(json);
      case "thread/decrement_elicitation" -> new ThreadDecrementElicitationResponse(json);
      case "thread/delete" -> new ThreadDeleteResponse(json);
      case "thread/fork" -> new ThreadForkResponse(json);
      case "thread/goal/clear" -> new ThreadGoalClearResponse(json);
      case "thread/goal/get" -> new ThreadGoalGetResponse(json);
      case "thread/goal/set" -> new ThreadGoalSetResponse(json);
      case "thread/guardianReview" -> new ThreadGuardianReviewResponse(json);
      case "thread/increment_elicitation" -> new ThreadIncrementElicitationResponse(json);
      case "thread/inject_items" -> new ThreadInjectItemsResponse(json);
      case "thread/items/list" -> new ThreadItemsListResponse(json);
      case "thread/items/read" -> new ThreadItemsReadResponse(json);
      case "thread/list" -> new ThreadListResponse(json);
      case "thread/loaded/list" -> new ThreadLoadedListResponse(json);
      case "thread/memory/read" -> new ThreadMemoryReadResponse(json);
      case "thread/memoryMode/set" -> new ThreadMemoryModeSetResponse(json);
      case "thread/metadata/update" -> new ThreadMetadataUpdateResponse(json);
      case "thread/name/set" -> new ThreadSetNameResponse(json);
      case "thread/prediction/request" -> new ThreadPredictionRequestResponse(json);
      case "thread/prepareApprovedPlan" -> new ThreadPrepareApprovedPlanResponse(json);
      case "thread/queue/add" -> new ThreadQueueAddResponse(json);
      case "thread/queue/delete" -> new ThreadQueueDeleteResponse(json);
      case "thread/queue/list" -> new ThreadQueueListResponse(json);
      case "thread/queue/reorder" -> new ThreadQueueReorderResponse(json);
      case "thread/queue/start" -> new ThreadQueueStartResponse(json);
      case "thread/queue/update" -> new ThreadQueueUpdateResponse(json);
      case "thread/read" -> new ThreadReadResponse(json);
      case "thread/readState/update" -> new ThreadReadStateUpdateResponse(json);
      case "thread/realtime/appendAudio" -> new ThreadRealtimeAppendAudioResponse(json);
      case "thread/realtime/appendSpeech" -> new ThreadRealtimeAppendSpeechResponse(json);
      case "thread/realtime/appendText" -> new ThreadRealtimeAppendTextResponse(json);
      case "thread/realtime/listVoices" -> new ThreadRealtimeListVoicesResponse(json);
      case "thread/realtime/start" -> new ThreadRealtimeStartResponse(json);
      case "thread/realtime/stop" -> new ThreadRealtimeStopResponse(json);
      case "thread/resume" -> new ThreadResumeResponse(json);
      case "thread/revert" -> new ThreadRevertResponse(json);
      case "thread/sample" -> new ThreadSampleResponse(json);
      case "thread/sample/cancel" -> new ThreadSampleCancelResponse(json);
      case "thread/search" -> new ThreadSearchResponse(json);
      case "thread/searchOccurrences" -> new ThreadSearchOccurrencesResponse(json);
      case "thread/section/move" -> new ThreadSectionMoveResponse(json);
      case "thread/settings/update" -> new ThreadSettingsUpdateResponse(json);
      case "thread/shellCommand" -> new ThreadShellCommandResponse(json);
      case "thread/start" -> new ThreadStartResponse(json);
      case "thread/timeline/list" -> new ThreadTimelineListResponse(json);
      case "thread/turns/list" -> new ThreadTurnsListResponse(json);
      case "thread/unarchive" -> new ThreadUnarchiveResponse(json);
      case "thread/unsubscribe" -> new ThreadUnsubscribeResponse(json);
      case "threadSection/create" -> new ThreadSectionCreateResponse(json);
      case "threadSection/delete" -> new ThreadSectionDeleteResponse(json);
      case "threadSection/list" -> new ThreadSectionListResponse(json);
      case "threadSection/update" -> new ThreadSectionUpdateResponse(json);
      case "turn/interrupt" -> new TurnInterruptResponse(json);
      case "turn/settings/update" -> new TurnSettingsUpdateResponse(json);
      case "turn/start" -> new TurnStartResponse(json);
      case "turn/steer" -> new TurnSteerResponse(json);
      case "userVerification/cancel" -> new UserVerificationCancelResponse(json);
      case "userVerification/delete" -> new UserVerificationDeleteResponse(json);
      case "userVerification/enroll" -> new UserVerificationEnrollResponse(json);
      case "userVerification/status" -> new UserVerificationStatusResponse(json);
      case "userVerification/verify" -> new UserVerificationVerifyResponse(json);
      case "windowsSandbox/readiness" -> new WindowsSandboxReadinessResponse(json);
      case "windowsSandbox/setupStart" -> new WindowsSandboxSetupStartResponse(json);
      default -> throw new IllegalArgumentException(method);
    };
  }
}
