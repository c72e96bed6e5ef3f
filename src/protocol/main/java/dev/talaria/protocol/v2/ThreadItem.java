// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thread item and its recorded lifecycle times. The payload stays flat on the wire.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadItem extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadItem read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "userMessage" -> new UserMessage(json);
      case "hookPrompt" -> new HookPrompt(json);
      case "agentMessage" -> new AgentMessage(json);
      case "functionCallOutput" -> new FunctionCallOutput(json);
      case "plan" -> new Plan(json);
      case "reasoning" -> new Reasoning(json);
      case "commandExecution" -> new CommandExecution(json);
      case "fileChange" -> new FileChange(json);
      case "mcpToolCall" -> new McpToolCall(json);
      case "dynamicToolCall" -> new DynamicToolCall(json);
      case "collabAgentToolCall" -> new CollabAgentToolCall(json);
      case "subAgentActivity" -> new SubAgentActivity(json);
      case "webSearch" -> new WebSearch(json);
      case "imageView" -> new ImageView(json);
      case "sleep" -> new Sleep(json);
      case "imageGeneration" -> new ImageGeneration(json);
      case "enteredReviewMode" -> new EnteredReviewMode(json);
      case "exitedReviewMode" -> new ExitedReviewMode(json);
      case "contextCompaction" -> new ContextCompaction(json);
      default -> new Unrecognized(json);
    };
  }

  /**
   * Unix timestamp in milliseconds when the item completed, if recorded.
   *
   * @return {@code completedAtMs}; empty when absent or null
   */
  default Optional<Long> completedAtMs() {
    return Wire.optional(json(), "completedAtMs", Wire::longInteger);
  }

  /**
   * Unix timestamp in milliseconds when the item started, if recorded.
   *
   * @return {@code startedAtMs}; empty when absent or null
   */
  default Optional<Long> startedAtMs() {
    return Wire.optional(json(), "startedAtMs", Wire::longInteger);
  }

  /** {@code type} is {@code userMessage}. */
  final class UserMessage extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public UserMessage(JsonNode json) {
      super(json);
    }

    /** {@return {@code clientId}; empty when absent or null} */
    @Experimental
    public Optional<String> clientId() {
      return Wire.optionalText(json(), "clientId");
    }

    /** {@return {@code content}} */
    @Experimental
    public List<UserInput> content() {
      return Wire.list(json(), "content", UserInput::read);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }
  }

  /** {@code type} is {@code hookPrompt}. */
  final class HookPrompt extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public HookPrompt(JsonNode json) {
      super(json);
    }

    /** {@return {@code fragments}} */
    @Experimental
    public List<HookPromptFragment> fragments() {
      return Wire.list(json(), "fragments", HookPromptFragment::new);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }
  }

  /** {@code type} is {@code agentMessage}. */
  final class AgentMessage extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AgentMessage(JsonNode json) {
      super(json);
    }

    /** {@return {@code delivery}; empty when absent or null} */
    @Experimental
    public Optional<AgentMessageDelivery> delivery() {
      return Wire.optional(json(), "delivery", AgentMessageDelivery::read);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code memoryCitation}; empty when absent or null} */
    @Experimental
    public Optional<MemoryCitation> memoryCitation() {
      return Wire.optional(json(), "memoryCitation", MemoryCitation::new);
    }

    /** {@return {@code moderation}; empty when absent or null} */
    @Experimental
    public Optional<AgentMessageModeration> moderation() {
      return Wire.optional(json(), "moderation", AgentMessageModeration::new);
    }

    /** {@return {@code phase}; empty when absent or null} */
    @Experimental
    public Optional<MessagePhase> phase() {
      return Wire.optional(json(), "phase", MessagePhase::read);
    }

    /** {@return {@code questions}; empty also when absent or null} */
    @Experimental
    public List<AsyncUserInputQuestion> questions() {
      return Wire.list(json(), "questions", AsyncUserInputQuestion::new);
    }

    /** {@return {@code text}} */
    @Experimental
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code functionCallOutput}. */
  final class FunctionCallOutput extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FunctionCallOutput(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code name}} */
    @Experimental
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code namespace}; empty when absent or null} */
    @Experimental
    public Optional<String> namespace() {
      return Wire.optionalText(json(), "namespace");
    }

    /** {@return {@code output}} */
    @Experimental
    public FunctionCallOutputBody output() {
      return Wire.required(json(), "output", FunctionCallOutputBody::new);
    }
  }

  /**
   * EXPERIMENTAL - proposed plan item content. The completed plan item is authoritative and may
   * not match the concatenation of `PlanDelta` text.
   */
  final class Plan extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Plan(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code text}} */
    @Experimental
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code reasoning}. */
  final class Reasoning extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Reasoning(JsonNode json) {
      super(json);
    }

    /** {@return {@code content}; empty also when absent or null} */
    @Experimental
    public List<String> content() {
      return Wire.list(json(), "content", Wire::text);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code summary}; empty also when absent or null} */
    @Experimental
    public List<String> summary() {
      return Wire.list(json(), "summary", Wire::text);
    }
  }

  /** {@code type} is {@code commandExecution}. */
  final class CommandExecution extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CommandExecution(JsonNode json) {
      super(json);
    }

    /**
     * The command's output, aggregated from stdout and stderr.
     *
     * @return {@code aggregatedOutput}; empty when absent or null
     */
    @Experimental
    public Optional<String> aggregatedOutput() {
      return Wire.optionalText(json(), "aggregatedOutput");
    }

    /**
     * The command to be executed.
     *
     * @return {@code command}
     */
    @Experimental
    public String command() {
      return Wire.text(json(), "command");
    }

    /**
     * A best-effort parsing of the command to understand the action(s) it will perform. This
     * returns a list of CommandAction objects because a single shell command may be composed of
     * many commands piped together.
     *
     * @return {@code commandActions}
     */
    @Experimental
    public List<CommandAction> commandActions() {
      return Wire.list(json(), "commandActions", CommandAction::read);
    }

    /**
     * The command's working directory.
     *
     * @return {@code cwd}
     */
    @Experimental
    public String cwd() {
      return Wire.text(json(), "cwd");
    }

    /**
     * The duration of the command execution in milliseconds.
     *
     * @return {@code durationMs}; empty when absent or null
     */
    @Experimental
    public Optional<Long> durationMs() {
      return Wire.optional(json(), "durationMs", Wire::longInteger);
    }

    /**
     * The command's exit code.
     *
     * @return {@code exitCode}; empty when absent or null
     */
    @Experimental
    public Optional<Integer> exitCode() {
      return Wire.optional(json(), "exitCode", Wire::integer);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /**
     * Trusted first-party plugin id when this command resolves to one plugin script.
     *
     * @return {@code pluginId}; empty when absent or null
     */
    @Experimental
    public Optional<String> pluginId() {
      return Wire.optionalText(json(), "pluginId");
    }

    /**
     * Identifier for the underlying PTY process (when available).
     *
     * @return {@code processId}; empty when absent or null
     */
    @Experimental
    public Optional<String> processId() {
      return Wire.optionalText(json(), "processId");
    }

    /**
     * Safe plugin-relative path when this command resolves to one plugin script.
     *
     * @return {@code scriptPath}; empty when absent or null
     */
    @Experimental
    public Optional<String> scriptPath() {
      return Wire.optionalText(json(), "scriptPath");
    }

    /** {@return {@code source}; empty when absent or null} */
    @Experimental
    public Optional<CommandExecutionSource> source() {
      return Wire.optional(json(), "source", CommandExecutionSource::read);
    }

    /** {@return {@code status}} */
    @Experimental
    public CommandExecutionStatus status() {
      return Wire.required(json(), "status", CommandExecutionStatus::read);
    }
  }

  /** {@code type} is {@code fileChange}. */
  final class FileChange extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FileChange(JsonNode json) {
      super(json);
    }

    /** {@return {@code changes}} */
    @Experimental
    public List<FileUpdateChange> changes() {
      return Wire.list(json(), "changes", FileUpdateChange::new);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code status}} */
    @Experimental
    public PatchApplyStatus status() {
      return Wire.required(json(), "status", PatchApplyStatus::read);
    }
  }

  /** {@code type} is {@code mcpToolCall}. */
  final class McpToolCall extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public McpToolCall(JsonNode json) {
      super(json);
    }

    /** {@return {@code appContext}; empty when absent or null} */
    @Experimental
    public Optional<McpToolCallAppContext> appContext() {
      return Wire.optional(json(), "appContext", McpToolCallAppContext::new);
    }

    /** {@return {@code arguments}; a missing node when absent} */
    @Experimental
    public JsonNode arguments() {
      return json().path("arguments");
    }

    /**
     * The duration of the MCP tool call in milliseconds.
     *
     * @return {@code durationMs}; empty when absent or null
     */
    @Experimental
    public Optional<Long> durationMs() {
      return Wire.optional(json(), "durationMs", Wire::longInteger);
    }

    /** {@return {@code error}; empty when absent or null} */
    @Experimental
    public Optional<McpToolCallError> error() {
      return Wire.optional(json(), "error", McpToolCallError::new);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /**
     * Legacy compatibility field; prefer `mcpAppUi.resourceUri` when available.
     *
     * @return {@code mcpAppResourceUri}; empty when absent or null
     */
    @Experimental
    public Optional<String> mcpAppResourceUri() {
      return Wire.optionalText(json(), "mcpAppResourceUri");
    }

    /**
     * Presentation captured from the invoked descriptor; absent in older history.
     *
     * @return {@code mcpAppUi}; empty when absent or null
     */
    @Experimental
    public Optional<McpAppUi> mcpAppUi() {
      return Wire.optional(json(), "mcpAppUi", McpAppUi::new);
    }

    /** {@return {@code pluginId}; empty when absent or null} */
    @Experimental
    public Optional<String> pluginId() {
      return Wire.optionalText(json(), "pluginId");
    }

    /** {@return {@code readOnlyHint}; empty when absent or null} */
    @Experimental
    public Optional<Boolean> readOnlyHint() {
      return Wire.optional(json(), "readOnlyHint", Wire::flag);
    }

    /** {@return {@code result}; empty when absent or null} */
    @Experimental
    public Optional<McpToolCallResult> result() {
      return Wire.optional(json(), "result", McpToolCallResult::new);
    }

    /** {@return {@code server}} */
    @Experimental
    public String server() {
      return Wire.text(json(), "server");
    }

    /** {@return {@code status}} */
    @Experimental
    public McpToolCallStatus status() {
      return Wire.required(json(), "status", McpToolCallStatus::read);
    }

    /** {@return {@code tool}} */
    @Experimental
    public String tool() {
      return Wire.text(json(), "tool");
    }
  }

  /** {@code type} is {@code dynamicToolCall}. */
  final class DynamicToolCall extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public DynamicToolCall(JsonNode json) {
      super(json);
    }

    /** {@return {@code arguments}; a missing node when absent} */
    @Experimental
    public JsonNode arguments() {
      return json().path("arguments");
    }

    /** {@return {@code contentItems}; empty also when absent or null} */
    @Experimental
    public List<DynamicToolCallOutputContentItem> contentItems() {
      return Wire.list(json(), "contentItems", DynamicToolCallOutputContentItem::read);
    }

    /**
     * The duration of the dynamic tool call in milliseconds.
     *
     * @return {@code durationMs}; empty when absent or null
     */
    @Experimental
    public Optional<Long> durationMs() {
      return Wire.optional(json(), "durationMs", Wire::longInteger);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code namespace}; empty when absent or null} */
    @Experimental
    public Optional<String> namespace() {
      return Wire.optionalText(json(), "namespace");
    }

    /** {@return {@code status}} */
    @Experimental
    public DynamicToolCallStatus status() {
      return Wire.required(json(), "status", DynamicToolCallStatus::read);
    }

    /** {@return {@code success}; empty when absent or null} */
    @Experimental
    public Optional<Boolean> success() {
      return Wire.optional(json(), "success", Wire::flag);
    }

    /** {@return {@code tool}} */
    @Experimental
    public String tool() {
      return Wire.text(json(), "tool");
    }
  }

  /** {@code type} is {@code collabAgentToolCall}. */
  final class CollabAgentToolCall extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CollabAgentToolCall(JsonNode json) {
      super(json);
    }

    /**
     * Last known status of the target agents, when available.
     *
     * @return {@code agentsStates}
     */
    @Experimental
    public Map<String, CollabAgentState> agentsStates() {
      return Wire.map(json(), "agentsStates", CollabAgentState::new);
    }

    /**
     * Unique identifier for this collab tool call.
     *
     * @return {@code id}
     */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /**
     * Model requested for the spawned agent, when applicable.
     *
     * @return {@code model}; empty when absent or null
     */
    @Experimental
    public Optional<String> model() {
      return Wire.optionalText(json(), "model");
    }

    /**
     * Prompt text sent as part of the collab tool call, when available.
     *
     * @return {@code prompt}; empty when absent or null
     */
    @Experimental
    public Optional<String> prompt() {
      return Wire.optionalText(json(), "prompt");
    }

    /**
     * Reasoning effort requested for the spawned agent, when applicable.
     *
     * @return {@code reasoningEffort}; empty when absent or null
     */
    @Experimental
    public Optional<String> reasoningEffort() {
      return Wire.optionalText(json(), "reasoningEffort");
    }

    /**
     * Thread ID of the receiving agent, when applicable. In case of spawn operation, this
     * corresponds to the newly spawned agent.
     *
     * @return {@code receiverThreadIds}
     */
    @Experimental
    public List<String> receiverThreadIds() {
      return Wire.list(json(), "receiverThreadIds", Wire::text);
    }

    /**
     * Thread ID of the agent issuing the collab request.
     *
     * @return {@code senderThreadId}
     */
    @Experimental
    public String senderThreadId() {
      return Wire.text(json(), "senderThreadId");
    }

    /**
     * Current status of the collab tool call.
     *
     * @return {@code status}
     */
    @Experimental
    public CollabAgentToolCallStatus status() {
      return Wire.required(json(), "status", CollabAgentToolCallStatus::read);
    }

    /**
     * Name of the collab tool that was invoked.
     *
     * @return {@code tool}
     */
    @Experimental
    public CollabAgentTool tool() {
      return Wire.required(json(), "tool", CollabAgentTool::read);
    }
  }

  /** {@code type} is {@code subAgentActivity}. */
  final class SubAgentActivity extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SubAgentActivity(JsonNode json) {
      super(json);
    }

    /** {@return {@code agentPath}} */
    @Experimental
    public String agentPath() {
      return Wire.text(json(), "agentPath");
    }

    /** {@return {@code agentThreadId}} */
    @Experimental
    public String agentThreadId() {
      return Wire.text(json(), "agentThreadId");
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code kind}} */
    @Experimental
    public SubAgentActivityKind kind() {
      return Wire.required(json(), "kind", SubAgentActivityKind::read);
    }

    /**
     * Resolved model at sub-agent creation; absent from older records and other activities.
     *
     * @return {@code model}; empty when absent or null
     */
    @Experimental
    public Optional<String> model() {
      return Wire.optionalText(json(), "model");
    }

    /**
     * Resolved reasoning effort at sub-agent creation, when known.
     *
     * @return {@code reasoningEffort}; empty when absent or null
     */
    @Experimental
    public Optional<String> reasoningEffort() {
      return Wire.optionalText(json(), "reasoningEffort");
    }
  }

  /** {@code type} is {@code webSearch}. */
  final class WebSearch extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public WebSearch(JsonNode json) {
      super(json);
    }

    /** {@return {@code action}; empty when absent or null} */
    @Experimental
    public Optional<WebSearchAction> action() {
      return Wire.optional(json(), "action", WebSearchAction::read);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code query}} */
    @Experimental
    public String query() {
      return Wire.text(json(), "query");
    }

    /**
     * Structured search results returned out-of-band by standalone web search.
     *
     * <p>These stay as opaque JSON at the extension/app-server boundary so new result fields and
     * result types can pass through without a Codex release.
     *
     * @return {@code results}; empty also when absent or null
     */
    @Experimental
    public List<JsonNode> results() {
      return Wire.list(json(), "results", Wire::node);
    }
  }

  /** {@code type} is {@code imageView}. */
  final class ImageView extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ImageView(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code path}} */
    @Experimental
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** Display item emitted by the interruptible `clock.sleep` tool. */
  final class Sleep extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Sleep(JsonNode json) {
      super(json);
    }

    /** {@return {@code durationMs}} */
    @Experimental
    public long durationMs() {
      return Wire.required(json(), "durationMs", Wire::longInteger);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }
  }

  /**
   * Either inline generated-image data or its durable attachment-store identity.
   *
   * <p>`File` must remain first so rollouts written during the migration, which contain both an
   * empty `result` and a `fileId`, retain the file reference when deserialized.
   */
  final class ImageGeneration extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ImageGeneration(JsonNode json) {
      super(json);
    }

    /** {@return {@code failure}; empty when absent or null} */
    @Experimental
    public Optional<ImageGenerationFailure> failure() {
      return Wire.optional(json(), "failure", ImageGenerationFailure::read);
    }

    /**
     * Image generation identifier for the generated image, when provided by the image backend.
     *
     * @return {@code generationId}; empty when absent or null
     */
    @Experimental
    public Optional<String> generationId() {
      return Wire.optionalText(json(), "generationId");
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /**
     * Observed local inputs for a completed generation, absent on older items.
     *
     * @return {@code inputImages}; empty also when absent or null
     */
    @Experimental
    public List<ImageGenerationInputImage> inputImages() {
      return Wire.list(json(), "inputImages", ImageGenerationInputImage::new);
    }

    /** {@return {@code revisedPrompt}; empty when absent or null} */
    @Experimental
    public Optional<String> revisedPrompt() {
      return Wire.optionalText(json(), "revisedPrompt");
    }

    /** {@return {@code savedPath}; empty when absent or null} */
    @Experimental
    public Optional<String> savedPath() {
      return Wire.optionalText(json(), "savedPath");
    }

    /** {@return {@code status}} */
    @Experimental
    public String status() {
      return Wire.text(json(), "status");
    }

    /** {@return {@code transparentBackground}; empty when absent or null} */
    @Experimental
    public Optional<Boolean> transparentBackground() {
      return Wire.optional(json(), "transparentBackground", Wire::flag);
    }
  }

  /** {@code type} is {@code enteredReviewMode}. */
  final class EnteredReviewMode extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public EnteredReviewMode(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code review}} */
    @Experimental
    public String review() {
      return Wire.text(json(), "review");
    }
  }

  /** {@code type} is {@code exitedReviewMode}. */
  final class ExitedReviewMode extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ExitedReviewMode(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }

    /** {@return {@code review}} */
    @Experimental
    public String review() {
      return Wire.text(json(), "review");
    }
  }

  /** {@code type} is {@code contextCompaction}. */
  final class ContextCompaction extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ContextCompaction(JsonNode json) {
      super(json);
    }

    /** {@return {@code id}} */
    @Experimental
    public String id() {
      return Wire.text(json(), "id");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}
