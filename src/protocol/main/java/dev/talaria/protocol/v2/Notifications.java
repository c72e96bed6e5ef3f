// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Notification;
import dev.talaria.protocol.WireValue;
import java.util.function.BiFunction;

/** What the app-server tells, each with the type of its params. */
public final class Notifications {

  private static final BiFunction<String, JsonNode, WireValue> READER = Notifications::read;

  /** {@code account/gatewayOAuth/changed}. */
  public static final Notification<GatewayOAuthChangedNotification> ACCOUNT_GATEWAY_OAUTH_CHANGED =
      new Notification<>("account/gatewayOAuth/changed", READER);

  /** {@code account/login/completed}. */
  public static final Notification<AccountLoginCompletedNotification> ACCOUNT_LOGIN_COMPLETED =
      new Notification<>("account/login/completed", READER);

  /** {@code account/rateLimits/updated}. */
  public static final Notification<AccountRateLimitsUpdatedNotification> ACCOUNT_RATE_LIMITS_UPDATED =
      new Notification<>("account/rateLimits/updated", READER);

  /** {@code account/updated}. */
  public static final Notification<AccountUpdatedNotification> ACCOUNT_UPDATED =
      new Notification<>("account/updated", READER);

  /** {@code app/list/updated}. */
  public static final Notification<AppListUpdatedNotification> APP_LIST_UPDATED =
      new Notification<>("app/list/updated", READER);

  /** {@code autoApprovalReview/strictReviewRequired}. */
  public static final Notification<StrictReviewRequiredNotification> AUTO_APPROVAL_REVIEW_STRICT_REVIEW_REQUIRED =
      new Notification<>("autoApprovalReview/strictReviewRequired", READER);

  /** {@code command/exec/outputDelta}. */
  public static final Notification<CommandExecOutputDeltaNotification> COMMAND_EXEC_OUTPUT_DELTA =
      new Notification<>("command/exec/outputDelta", READER);

  /** {@code configWarning}. */
  public static final Notification<ConfigWarningNotification> CONFIG_WARNING =
      new Notification<>("configWarning", READER);

  /** {@code deprecationNotice}. */
  public static final Notification<DeprecationNoticeNotification> DEPRECATION_NOTICE =
      new Notification<>("deprecationNotice", READER);

  /** {@code error}. */
  public static final Notification<ErrorNotification> ERROR =
      new Notification<>("error", READER);

  /** {@code externalAgentConfig/import/completed}. */
  public static final Notification<ExternalAgentConfigImportCompletedNotification> EXTERNAL_AGENT_CONFIG_IMPORT_COMPLETED =
      new Notification<>("externalAgentConfig/import/completed", READER);

  /** {@code externalAgentConfig/import/progress}. */
  public static final Notification<ExternalAgentConfigImportProgressNotification> EXTERNAL_AGENT_CONFIG_IMPORT_PROGRESS =
      new Notification<>("externalAgentConfig/import/progress", READER);

  /** {@code fs/changed}. */
  public static final Notification<FsChangedNotification> FS_CHANGED =
      new Notification<>("fs/changed", READER);

  /** {@code fuzzyFileSearch/sessionCompleted}. */
  public static final Notification<FuzzyFileSearchSessionCompletedNotification> FUZZY_FILE_SEARCH_SESSION_COMPLETED =
      new Notification<>("fuzzyFileSearch/sessionCompleted", READER);

  /** {@code fuzzyFileSearch/sessionUpdated}. */
  public static final Notification<FuzzyFileSearchSessionUpdatedNotification> FUZZY_FILE_SEARCH_SESSION_UPDATED =
      new Notification<>("fuzzyFileSearch/sessionUpdated", READER);

  /** {@code guardianWarning}. */
  public static final Notification<GuardianWarningNotification> GUARDIAN_WARNING =
      new Notification<>("guardianWarning", READER);

  /** {@code hook/completed}. */
  public static final Notification<HookCompletedNotification> HOOK_COMPLETED =
      new Notification<>("hook/completed", READER);

  /** {@code hook/started}. */
  public static final Notification<HookStartedNotification> HOOK_STARTED =
      new Notification<>("hook/started", READER);

  /** {@code item/agentMessage/delta}. */
  public static final Notification<AgentMessageDeltaNotification> ITEM_AGENT_MESSAGE_DELTA =
      new Notification<>("item/agentMessage/delta", READER);

  /** {@code item/autoApprovalReview/completed}. */
  public static final Notification<ItemGuardianApprovalReviewCompletedNotification> ITEM_AUTO_APPROVAL_REVIEW_COMPLETED =
      new Notification<>("item/autoApprovalReview/completed", READER);

  /** {@code item/autoApprovalReview/started}. */
  public static final Notification<ItemGuardianApprovalReviewStartedNotification> ITEM_AUTO_APPROVAL_REVIEW_STARTED =
      new Notification<>("item/autoApprovalReview/started", READER);

  /** {@code item/commandExecution/outputDelta}. */
  public static final Notification<CommandExecutionOutputDeltaNotification> ITEM_COMMAND_EXECUTION_OUTPUT_DELTA =
      new Notification<>("item/commandExecution/outputDelta", READER);

  /** {@code item/commandExecution/terminalInteraction}. */
  public static final Notification<TerminalInteractionNotification> ITEM_COMMAND_EXECUTION_TERMINAL_INTERACTION =
      new Notification<>("item/commandExecution/terminalInteraction", READER);

  /** {@code item/completed}. */
  public static final Notification<ItemCompletedNotification> ITEM_COMPLETED =
      new Notification<>("item/completed", READER);

  /** {@code item/fileChange/outputDelta}. */
  public static final Notification<FileChangeOutputDeltaNotification> ITEM_FILE_CHANGE_OUTPUT_DELTA =
      new Notification<>("item/fileChange/outputDelta", READER);

  /** {@code item/fileChange/patchUpdated}. */
  public static final Notification<FileChangePatchUpdatedNotification> ITEM_FILE_CHANGE_PATCH_UPDATED =
      new Notification<>("item/fileChange/patchUpdated", READER);

  /** {@code item/mcpToolCall/progress}. */
  public static final Notification<McpToolCallProgressNotification> ITEM_MCP_TOOL_CALL_PROGRESS =
      new Notification<>("item/mcpToolCall/progress", READER);

  /** {@code item/plan/delta}. */
  public static final Notification<PlanDeltaNotification> ITEM_PLAN_DELTA =
      new Notification<>("item/plan/delta", READER);

  /** {@code item/reasoning/summaryPartAdded}. */
  public static final Notification<ReasoningSummaryPartAddedNotification> ITEM_REASONING_SUMMARY_PART_ADDED =
      new Notification<>("item/reasoning/summaryPartAdded", READER);

  /** {@code item/reasoning/summaryTextDelta}. */
  public static final Notification<ReasoningSummaryTextDeltaNotification> ITEM_REASONING_SUMMARY_TEXT_DELTA =
      new Notification<>("item/reasoning/summaryTextDelta", READER);

  /** {@code item/reasoning/textDelta}. */
  public static final Notification<ReasoningTextDeltaNotification> ITEM_REASONING_TEXT_DELTA =
      new Notification<>("item/reasoning/textDelta", READER);

  /** {@code item/started}. */
  public static final Notification<ItemStartedNotification> ITEM_STARTED =
      new Notification<>("item/started", READER);

  /** {@code mcpServer/event/stream/notification}. */
  public static final Notification<McpServerEventStreamNotification> MCP_SERVER_EVENT_STREAM_NOTIFICATION =
      new Notification<>("mcpServer/event/stream/notification", READER);

  /** {@code mcpServer/oauthLogin/completed}. */
  public static final Notification<McpServerOauthLoginCompletedNotification> MCP_SERVER_OAUTH_LOGIN_COMPLETED =
      new Notification<>("mcpServer/oauthLogin/completed", READER);

  /** {@code mcpServer/startupStatus/updated}. */
  public static final Notification<McpServerStatusUpdatedNotification> MCP_SERVER_STARTUP_STATUS_UPDATED =
      new Notification<>("mcpServer/startupStatus/updated", READER);

  /** {@code model/rerouted}. */
  public static final Notification<ModelReroutedNotification> MODEL_REROUTED =
      new Notification<>("model/rerouted", READER);

  /** {@code model/safetyBuffering/updated}. */
  public static final Notification<ModelSafetyBufferingUpdatedNotification> MODEL_SAFETY_BUFFERING_UPDATED =
      new Notification<>("model/safetyBuffering/updated", READER);

  /** {@code model/verification}. */
  public static final Notification<ModelVerificationNotification> MODEL_VERIFICATION =
      new Notification<>("model/verification", READER);

  /** {@code modelProvider/authRecoveryCompleted}. */
  public static final Notification<AuthRecoveryNotification> MODEL_PROVIDER_AUTH_RECOVERY_COMPLETED =
      new Notification<>("modelProvider/authRecoveryCompleted", READER);

  /** {@code modelProvider/authRecoveryStarted}. */
  public static final Notification<AuthRecoveryNotification> MODEL_PROVIDER_AUTH_RECOVERY_STARTED =
      new Notification<>("modelProvider/authRecoveryStarted", READER);

  /** {@code process/exited}. */
  public static final Notification<ProcessExitedNotification> PROCESS_EXITED =
      new Notification<>("process/exited", READER);

  /** {@code process/outputDelta}. */
  public static final Notification<ProcessOutputDeltaNotification> PROCESS_OUTPUT_DELTA =
      new Notification<>("process/outputDelta", READER);

  /** {@code project/changed}. */
  public static final Notification<ProjectChangedNotification> PROJECT_CHANGED =
      new Notification<>("project/changed", READER);

  /** {@code remoteControl/status/changed}. */
  public static final Notification<RemoteControlStatusChangedNotification> REMOTE_CONTROL_STATUS_CHANGED =
      new Notification<>("remoteControl/status/changed", READER);

  /** {@code serverRequest/resolved}. */
  public static final Notification<ServerRequestResolvedNotification> SERVER_REQUEST_RESOLVED =
      new Notification<>("serverRequest/resolved", READER);

  /** {@code skills/changed}. */
  public static final Notification<SkillsChangedNotification> SKILLS_CHANGED =
      new Notification<>("skills/changed", READER);

  /** {@code thread/archived}. */
  public static final Notification<ThreadArchivedNotification> THREAD_ARCHIVED =
      new Notification<>("thread/archived", READER);

  /** {@code thread/attachment/updated}. */
  public static final Notification<ThreadAttachmentUpdatedNotification> THREAD_ATTACHMENT_UPDATED =
      new Notification<>("thread/attachment/updated", READER);

  /** {@code thread/closed}. */
  public static final Notification<ThreadClosedNotification> THREAD_CLOSED =
      new Notification<>("thread/closed", READER);

  /** {@code thread/compacted}. */
  public static final Notification<ContextCompactedNotification> THREAD_COMPACTED =
      new Notification<>("thread/compacted", READER);

  /** {@code thread/deleted}. */
  public static final Notification<ThreadDeletedNotification> THREAD_DELETED =
      new Notification<>("thread/deleted", READER);

  /** {@code thread/environment/connected}. */
  public static final Notification<EnvironmentConnectionNotification> THREAD_ENVIRONMENT_CONNECTED =
      new Notification<>("thread/environment/connected", READER);

  /** {@code thread/environment/disconnected}. */
  public static final Notification<EnvironmentConnectionNotification> THREAD_ENVIRONMENT_DISCONNECTED =
      new Notification<>("thread/environment/disconnected", READER);

  /** {@code thread/goal/cleared}. */
  public static final Notification<ThreadGoalClearedNotification> THREAD_GOAL_CLEARED =
      new Notification<>("thread/goal/cleared", READER);

  /** {@code thread/goal/updated}. */
  public static final Notification<ThreadGoalUpdatedNotification> THREAD_GOAL_UPDATED =
      new Notification<>("thread/goal/updated", READER);

  /** {@code thread/name/updated}. */
  public static final Notification<ThreadNameUpdatedNotification> THREAD_NAME_UPDATED =
      new Notification<>("thread/name/updated", READER);

  /** {@code thread/prediction/updated}. */
  public static final Notification<ThreadPredictionUpdatedNotification> THREAD_PREDICTION_UPDATED =
      new Notification<>("thread/prediction/updated", READER);

  /** {@code thread/project/updated}. */
  public static final Notification<ThreadProjectUpdatedNotification> THREAD_PROJECT_UPDATED =
      new Notification<>("thread/project/updated", READER);

  /** {@code thread/queue/changed}. */
  public static final Notification<ThreadQueueChangedNotification> THREAD_QUEUE_CHANGED =
      new Notification<>("thread/queue/changed", READER);

  /** {@code thread/readState/changed}. */
  public static final Notification<ThreadReadStateChangedNotification> THREAD_READ_STATE_CHANGED =
      new Notification<>("thread/readState/changed", READER);

  /** {@code thread/realtime/closed}. */
  public static final Notification<ThreadRealtimeClosedNotification> THREAD_REALTIME_CLOSED =
      new Notification<>("thread/realtime/closed", READER);

  /** {@code thread/realtime/error}. */
  public static final Notification<ThreadRealtimeErrorNotification> THREAD_REALTIME_ERROR =
      new Notification<>("thread/realtime/error", READER);

  /** {@code thread/realtime/item/completed}. */
  public static final Notification<ThreadRealtimeItemCompletedNotification> THREAD_REALTIME_ITEM_COMPLETED =
      new Notification<>("thread/realtime/item/completed", READER);

  /** {@code thread/realtime/item/started}. */
  public static final Notification<ThreadRealtimeItemStartedNotification> THREAD_REALTIME_ITEM_STARTED =
      new Notification<>("thread/realtime/item/started", READER);

  /** {@code thread/realtime/item/transcript/delta}. */
  public static final Notification<ThreadRealtimeItemTranscriptDeltaNotification> THREAD_REALTIME_ITEM_TRANSCRIPT_DELTA =
      new Notification<>("thread/realtime/item/transcript/delta", READER);

  /** {@code thread/realtime/itemAdded}. */
  public static final Notification<ThreadRealtimeItemAddedNotification> THREAD_REALTIME_ITEM_ADDED =
      new Notification<>("thread/realtime/itemAdded", READER);

  /** {@code thread/realtime/outputAudio/delta}. */
  public static final Notification<ThreadRealtimeOutputAudioDeltaNotification> THREAD_REALTIME_OUTPUT_AUDIO_DELTA =
      new Notification<>("thread/realtime/outputAudio/delta", READER);

  /** {@code thread/realtime/sdp}. */
  public static final Notification<ThreadRealtimeSdpNotification> THREAD_REALTIME_SDP =
      new Notification<>("thread/realtime/sdp", READER);

  /** {@code thread/realtime/started}. */
  public static final Notification<ThreadRealtimeStartedNotification> THREAD_REALTIME_STARTED =
      new Notification<>("thread/realtime/started", READER);

  /** {@code thread/realtime/transcript/delta}. */
  public static final Notification<ThreadRealtimeTranscriptDeltaNotification> THREAD_REALTIME_TRANSCRIPT_DELTA =
      new Notification<>("thread/realtime/transcript/delta", READER);

  /** {@code thread/realtime/transcript/done}. */
  public static final Notification<ThreadRealtimeTranscriptDoneNotification> THREAD_REALTIME_TRANSCRIPT_DONE =
      new Notification<>("thread/realtime/transcript/done", READER);

  /** {@code thread/reverted}. */
  public static final Notification<ThreadRevertedNotification> THREAD_REVERTED =
      new Notification<>("thread/reverted", READER);

  /** {@code thread/section/changed}. */
  public static final Notification<ThreadSectionChangedNotification> THREAD_SECTION_CHANGED =
      new Notification<>("thread/section/changed", READER);

  /** {@code thread/settings/updated}. */
  public static final Notification<ThreadSettingsUpdatedNotification> THREAD_SETTINGS_UPDATED =
      new Notification<>("thread/settings/updated", READER);

  /** {@code thread/started}. */
  public static final Notification<ThreadStartedNotification> THREAD_STARTED =
      new Notification<>("thread/started", READER);

  /** {@code thread/status/changed}. */
  public static final Notification<ThreadStatusChangedNotification> THREAD_STATUS_CHANGED =
      new Notification<>("thread/status/changed", READER);

  /** {@code thread/tokenUsage/updated}. */
  public static final Notification<ThreadTokenUsageUpdatedNotification> THREAD_TOKEN_USAGE_UPDATED =
      new Notification<>("thread/tokenUsage/updated", READER);

  /** {@code thread/unarchived}. */
  public static final Notification<ThreadUnarchivedNotification> THREAD_UNARCHIVED =
      new Notification<>("thread/unarchived", READER);

  /** {@code turn/completed}. */
  public static final Notification<TurnCompletedNotification> TURN_COMPLETED =
      new Notification<>("turn/completed", READER);

  /** {@code turn/diff/updated}. */
  public static final Notification<TurnDiffUpdatedNotification> TURN_DIFF_UPDATED =
      new Notification<>("turn/diff/updated", READER);

  /** {@code turn/moderationMetadata}. */
  public static final Notification<TurnModerationMetadataNotification> TURN_MODERATION_METADATA =
      new Notification<>("turn/moderationMetadata", READER);

  /** {@code turn/plan/updated}. */
  public static final Notification<TurnPlanUpdatedNotification> TURN_PLAN_UPDATED =
      new Notification<>("turn/plan/updated", READER);

  /** {@code turn/started}. */
  public static final Notification<TurnStartedNotification> TURN_STARTED =
      new Notification<>("turn/started", READER);

  /** {@code warning}. */
  public static final Notification<WarningNotification> WARNING =
      new Notification<>("warning", READER);

  /** {@code windows/worldWritableWarning}. */
  public static final Notification<WindowsWorldWritableWarningNotification> WINDOWS_WORLD_WRITABLE_WARNING =
      new Notification<>("windows/worldWritableWarning", READER);

  /** {@code windowsSandbox/setupCompleted}. */
  public static final Notification<WindowsSandboxSetupCompletedNotification> WINDOWS_SANDBOX_SETUP_COMPLETED =
      new Notification<>("windowsSandbox/setupCompleted", READER);

  private Notifications() {}

  private static WireValue read(String method, JsonNode json) {
    return switch (method) {
      case "account/gatewayOAuth/changed" -> new GatewayOAuthChangedNotification(json);
      case "account/login/completed" -> new AccountLoginCompletedNotification(json);
      case "account/rateLimits/updated" -> new AccountRateLimitsUpdatedNotification(json);
      case "account/updated" -> new AccountUpdatedNotification(json);
      case "app/list/updated" -> new AppListUpdatedNotification(json);
      case "autoApprovalReview/strictReviewRequired" -> new StrictReviewRequiredNotification(json);
      case "command/exec/outputDelta" -> new CommandExecOutputDeltaNotification(json);
      case "configWarning" -> new ConfigWarningNotification(json);
      case "deprecationNotice" -> new DeprecationNoticeNotification(json);
      case "error" -> new ErrorNotification(json);
      case "externalAgentConfig/import/completed" -> new ExternalAgentConfigImportCompletedNotification(json);
      case "externalAgentConfig/import/progress" -> new ExternalAgentConfigImportProgressNotification(json);
      case "fs/changed" -> new FsChangedNotification(json);
      case "fuzzyFileSearch/sessionCompleted" -> new FuzzyFileSearchSessionCompletedNotification(json);
      case "fuzzyFileSearch/sessionUpdated" -> new FuzzyFileSearchSessionUpdatedNotification(json);
      case "guardianWarning" -> new GuardianWarningNotification(json);
      case "hook/completed" -> new HookCompletedNotification(json);
      case "hook/started" -> new HookStartedNotification(json);
      case "item/agentMessage/delta" -> new AgentMessageDeltaNotification(json);
      case "item/autoApprovalReview/completed" -> new ItemGuardianApprovalReviewCompletedNotification(json);
      case "item/autoApprovalReview/started" -> new ItemGuardianApprovalReviewStartedNotification(json);
      case "item/commandExecution/outputDelta" -> new CommandExecutionOutputDeltaNotification(json);
      case "item/commandExecution/terminalInteraction" -> new TerminalInteractionNotification(json);
      case "item/completed" -> new ItemCompletedNotification(json);
      case "item/fileChange/outputDelta" -> new FileChangeOutputDeltaNotification(json);
      case "item/fileChange/patchUpdated" -> new FileChangePatchUpdatedNotification(json);
      case "item/mcpToolCall/progress" -> new McpToolCallProgressNotification(json);
      case "item/plan/delta" -> new PlanDeltaNotification(json);
      case "item/reasoning/summaryPartAdded" -> new ReasoningSummaryPartAddedNotification(json);
      case "item/reasoning/summaryTextDelta" -> new ReasoningSummaryTextDeltaNotification(json);
      case "item/reasoning/textDelta" -> new ReasoningTextDeltaNotification(json);
      case "item/started" -> new ItemStartedNotification(json);
      case "mcpServer/event/stream/notification" -> new McpServerEventStreamNotification(json);
      case "mcpServer/oauthLogin/completed" -> new McpServerOauthLoginCompletedNotification(json);
      case "mcpServer/startupStatus/updated" -> new McpServerStatusUpdatedNotification(json);
      case "model/rerouted" -> new ModelReroutedNotification(json);
      case "model/safetyBuffering/updated" -> new ModelSafetyBufferingUpdatedNotification(json);
      case "model/verification" -> new ModelVerificationNotification(json);
      case "modelProvider/authRecoveryCompleted" -> new AuthRecoveryNotification(json);
      case "modelProvider/authRecoveryStarted" -> new AuthRecoveryNotification(json);
      case "process/exited" -> new ProcessExitedNotification(json);
      case "process/outputDelta" -> new ProcessOutputDeltaNotification(json);
      case "project/changed" -> new ProjectChangedNotification(json);
      case "remoteControl/status/changed" -> new RemoteControlStatusChangedNotification(json);
      case "serverRequest/resolved" -> new ServerRequestResolvedNotification(json);
      case "skills/changed" -> new SkillsChangedNotification(json);
      case "thread/archived" -> new ThreadArchivedNotification(json);
      case "thread/attachment/updated" -> new ThreadAttachmentUpdatedNotification(json);
      case "thread/closed" -> new ThreadClosedNotification(json);
      case "thread/compacted" -> new ContextCompactedNotification(json);
      case "thread/deleted" -> new ThreadDeletedNotification(json);
      case "thread/environment/connected" -> new EnvironmentConnectionNotification(json);
      case "thread/environment/disconnected" -> new EnvironmentConnectionNotification(json);
      case "thread/goal/cleared" -> new ThreadGoalClearedNotification(json);
      case "thread/goal/updated" -> new ThreadGoalUpdatedNotification(json);
      case "thread/name/updated" -> new ThreadNameUpdatedNotification(json);
      case "thread/prediction/updated" -> new ThreadPredictionUpdatedNotification(json);
      case "thread/project/updated" -> new ThreadProjectUpdatedNotification(json);
      case "thread/queue/changed" -> new ThreadQueueChangedNotification(json);
      case "thread/readState/changed" -> new ThreadReadStateChangedNotification(json);
      case "thread/realtime/closed" -> new ThreadRealtimeClosedNotification(json);
      case "thread/realtime/error" -> new ThreadRealtimeErrorNotification(json);
      case "thread/realtime/item/completed" -> new ThreadRealtimeItemCompletedNotification(json);
      case "thread/realtime/item/started" -> new ThreadRealtimeItemStartedNotification(json);
      case "thread/realtime/item/transcript/delta" -> new ThreadRealtimeItemTranscriptDeltaNotification(json);
      case "thread/realtime/itemAdded" -> new ThreadRealtimeItemAddedNotification(json);
      case "thread/realtime/outputAudio/delta" -> new ThreadRealtimeOutputAudioDeltaNotification(json);
      case "thread/realtime/sdp" -> new ThreadRealtimeSdpNotification(json);
      case "thread/realtime/started" -> new ThreadRealtimeStartedNotification(json);
      case "thread/realtime/transcript/delta" -> new ThreadRealtimeTranscriptDeltaNotification(json);
      case "thread/realtime/transcript/done" -> new ThreadRealtimeTranscriptDoneNotification(json);
      case "thread/reverted" -> new ThreadRevertedNotification(json);
      case "thread/section/changed" -> new ThreadSectionChangedNotification(json);
      case "thread/settings/updated" -> new ThreadSettingsUpdatedNotification(json);
      case "thread/started" -> new ThreadStartedNotification(json);
      case "thread/status/changed" -> new ThreadStatusChangedNotification(json);
      case "thread/tokenUsage/updated" -> new ThreadTokenUsageUpdatedNotification(json);
      case "thread/unarchived" -> new ThreadUnarchivedNotification(json);
      case "turn/completed" -> new TurnCompletedNotification(json);
      case "turn/diff/updated" -> new TurnDiffUpdatedNotification(json);
      case "turn/moderationMetadata" -> new TurnModerationMetadataNotification(json);
      case "turn/plan/updated" -> new TurnPlanUpdatedNotification(json);
      case "turn/started" -> new TurnStartedNotification(json);
      case "warning" -> new WarningNotification(json);
      case "windows/worldWritableWarning" -> new WindowsWorldWritableWarningNotification(json);
      case "windowsSandbox/setupCompleted" -> new WindowsSandboxSetupCompletedNotification(json);
      default -> throw new IllegalArgumentException(method);
    };
  }
}
