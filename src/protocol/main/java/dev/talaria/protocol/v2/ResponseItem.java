// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code ResponseItem} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ResponseItem extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ResponseItem read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "additional_tools" -> new AdditionalTools(json);
      case "message" -> new Message(json);
      case "agent_message" -> new AgentMessage(json);
      case "reasoning" -> new Reasoning(json);
      case "local_shell_call" -> new LocalShellCall(json);
      case "function_call" -> new FunctionCall(json);
      case "tool_search_call" -> new ToolSearchCall(json);
      case "function_call_output" -> new FunctionCallOutput(json);
      case "custom_tool_call" -> new CustomToolCall(json);
      case "custom_tool_call_output" -> new CustomToolCallOutput(json);
      case "tool_search_output" -> new ToolSearchOutput(json);
      case "web_search_call" -> new WebSearchCall(json);
      case "image_generation_call" -> new ImageGenerationCall(json);
      case "compaction" -> new Compaction(json);
      case "configuration_update" -> new ConfigurationUpdate(json);
      case "compaction_trigger" -> new CompactionTrigger(json);
      case "context_compaction" -> new ContextCompaction(json);
      case "other" -> new Other(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code additional_tools}. */
  final class AdditionalTools extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AdditionalTools(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param role {@code role}
     * @param tools {@code tools}
     * @return a value with these fields
     */
    public static AdditionalTools of(String role, List<JsonNode> tools) {
      return new AdditionalTools(Wire.object("type", "additional_tools", "role", role, "tools", tools));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public AdditionalTools id(String value) {
      return new AdditionalTools(Wire.with(json(), "id", value));
    }

    /** {@return {@code role}} */
    public String role() {
      return Wire.text(json(), "role");
    }

    /** {@return {@code tools}} */
    public List<JsonNode> tools() {
      return Wire.list(json(), "tools", Wire::node);
    }
  }

  /** {@code type} is {@code message}. */
  final class Message extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Message(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param content {@code content}
     * @param role {@code role}
     * @return a value with these fields
     */
    public static Message of(List<ContentItem> content, String role) {
      return new Message(Wire.object("type", "message", "content", content, "role", role));
    }

    /** {@return {@code content}} */
    public List<ContentItem> content() {
      return Wire.list(json(), "content", ContentItem::read);
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Message encryptedContent(String value) {
      return new Message(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Message id(String value) {
      return new Message(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Message internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new Message(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code phase}; empty when absent or null} */
    public Optional<MessagePhase> phase() {
      return Wire.optional(json(), "phase", MessagePhase::read);
    }

    /**
     * Sets {@code phase}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Message phase(MessagePhase value) {
      return new Message(Wire.with(json(), "phase", value));
    }

    /** {@return {@code role}} */
    public String role() {
      return Wire.text(json(), "role");
    }

    /** {@return {@code status}; empty when absent or null} */
    public Optional<String> status() {
      return Wire.optionalText(json(), "status");
    }

    /**
     * Sets {@code status}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Message status(String value) {
      return new Message(Wire.with(json(), "status", value));
    }
  }

  /** {@code type} is {@code agent_message}. */
  final class AgentMessage extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AgentMessage(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param author {@code author}
     * @param content {@code content}
     * @param recipient {@code recipient}
     * @return a value with these fields
     */
    public static AgentMessage of(String author, List<AgentMessageInputContent> content, String recipient) {
      return new AgentMessage(Wire.object("type", "agent_message", "author", author, "content", content, "recipient", recipient));
    }

    /** {@return {@code author}} */
    public String author() {
      return Wire.text(json(), "author");
    }

    /** {@return {@code content}} */
    public List<AgentMessageInputContent> content() {
      return Wire.list(json(), "content", AgentMessageInputContent::read);
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public AgentMessage id(String value) {
      return new AgentMessage(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public AgentMessage internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new AgentMessage(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code recipient}} */
    public String recipient() {
      return Wire.text(json(), "recipient");
    }
  }

  /** {@code type} is {@code reasoning}. */
  final class Reasoning extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Reasoning(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param summary {@code summary}
     * @return a value with these fields
     */
    public static Reasoning of(List<ReasoningItemReasoningSummary> summary) {
      return new Reasoning(Wire.object("type", "reasoning", "summary", summary));
    }

    /** {@return {@code content}; empty also when absent or null} */
    public List<ReasoningItemContent> content() {
      return Wire.list(json(), "content", ReasoningItemContent::read);
    }

    /**
     * Sets {@code content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Reasoning content(List<ReasoningItemContent> value) {
      return new Reasoning(Wire.with(json(), "content", value));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Reasoning encryptedContent(String value) {
      return new Reasoning(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Reasoning id(String value) {
      return new Reasoning(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Reasoning internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new Reasoning(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code summary}} */
    public List<ReasoningItemReasoningSummary> summary() {
      return Wire.list(json(), "summary", ReasoningItemReasoningSummary::read);
    }
  }

  /** {@code type} is {@code local_shell_call}. */
  final class LocalShellCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public LocalShellCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param action {@code action}
     * @param status {@code status}
     * @return a value with these fields
     */
    public static LocalShellCall of(LocalShellAction action, LocalShellStatus status) {
      return new LocalShellCall(Wire.object("type", "local_shell_call", "action", action, "status", status));
    }

    /** {@return {@code action}} */
    public LocalShellAction action() {
      return Wire.required(json(), "action", LocalShellAction::read);
    }

    /**
     * Set when using the Responses API.
     *
     * @return {@code call_id}; empty when absent or null
     */
    public Optional<String> callId() {
      return Wire.optionalText(json(), "call_id");
    }

    /**
     * Sets {@code call_id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public LocalShellCall callId(String value) {
      return new LocalShellCall(Wire.with(json(), "call_id", value));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public LocalShellCall encryptedContent(String value) {
      return new LocalShellCall(Wire.with(json(), "encrypted_content", value));
    }

    /**
     * Legacy id field retained for compatibility with older payloads.
     *
     * @return {@code id}; empty when absent or null
     */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public LocalShellCall id(String value) {
      return new LocalShellCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public LocalShellCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new LocalShellCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code status}} */
    public LocalShellStatus status() {
      return Wire.required(json(), "status", LocalShellStatus::read);
    }
  }

  /** {@code type} is {@code function_call}. */
  final class FunctionCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FunctionCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param arguments {@code arguments}
     * @param callId {@code call_id}
     * @param name {@code name}
     * @return a value with these fields
     */
    public static FunctionCall of(String arguments, String callId, String name) {
      return new FunctionCall(Wire.object("type", "function_call", "arguments", arguments, "call_id", callId, "name", name));
    }

    /** {@return {@code arguments}} */
    public String arguments() {
      return Wire.text(json(), "arguments");
    }

    /** {@return {@code call_id}} */
    public String callId() {
      return Wire.text(json(), "call_id");
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall encryptedContent(String value) {
      return new FunctionCall(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code encrypted_function_args}; empty also when absent or null} */
    public List<String> encryptedFunctionArgs() {
      return Wire.list(json(), "encrypted_function_args", Wire::text);
    }

    /**
     * Sets {@code encrypted_function_args}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall encryptedFunctionArgs(List<String> value) {
      return new FunctionCall(Wire.with(json(), "encrypted_function_args", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall id(String value) {
      return new FunctionCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new FunctionCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code namespace}; empty when absent or null} */
    public Optional<String> namespace() {
      return Wire.optionalText(json(), "namespace");
    }

    /**
     * Sets {@code namespace}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall namespace(String value) {
      return new FunctionCall(Wire.with(json(), "namespace", value));
    }

    /** {@return {@code status}; empty when absent or null} */
    public Optional<String> status() {
      return Wire.optionalText(json(), "status");
    }

    /**
     * Sets {@code status}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCall status(String value) {
      return new FunctionCall(Wire.with(json(), "status", value));
    }
  }

  /** {@code type} is {@code tool_search_call}. */
  final class ToolSearchCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ToolSearchCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param arguments {@code arguments}
     * @param execution {@code execution}
     * @return a value with these fields
     */
    public static ToolSearchCall of(JsonNode arguments, String execution) {
      return new ToolSearchCall(Wire.object("type", "tool_search_call", "arguments", arguments, "execution", execution));
    }

    /** {@return {@code arguments}; a missing node when absent} */
    public JsonNode arguments() {
      return json().path("arguments");
    }

    /** {@return {@code call_id}; empty when absent or null} */
    public Optional<String> callId() {
      return Wire.optionalText(json(), "call_id");
    }

    /**
     * Sets {@code call_id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchCall callId(String value) {
      return new ToolSearchCall(Wire.with(json(), "call_id", value));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchCall encryptedContent(String value) {
      return new ToolSearchCall(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code execution}} */
    public String execution() {
      return Wire.text(json(), "execution");
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchCall id(String value) {
      return new ToolSearchCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new ToolSearchCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code status}; empty when absent or null} */
    public Optional<String> status() {
      return Wire.optionalText(json(), "status");
    }

    /**
     * Sets {@code status}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchCall status(String value) {
      return new ToolSearchCall(Wire.with(json(), "status", value));
    }
  }

  /** {@code type} is {@code function_call_output}. */
  final class FunctionCallOutput extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FunctionCallOutput(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param output {@code output}
     * @return a value with these fields
     */
    public static FunctionCallOutput of(FunctionCallOutputBody output) {
      return new FunctionCallOutput(Wire.object("type", "function_call_output", "output", output));
    }

    /** {@return {@code call_id}; empty when absent or null} */
    public Optional<String> callId() {
      return Wire.optionalText(json(), "call_id");
    }

    /**
     * Sets {@code call_id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCallOutput callId(String value) {
      return new FunctionCallOutput(Wire.with(json(), "call_id", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCallOutput id(String value) {
      return new FunctionCallOutput(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCallOutput internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new FunctionCallOutput(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code name}; empty when absent or null} */
    public Optional<String> name() {
      return Wire.optionalText(json(), "name");
    }

    /**
     * Sets {@code name}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCallOutput name(String value) {
      return new FunctionCallOutput(Wire.with(json(), "name", value));
    }

    /** {@return {@code namespace}; empty when absent or null} */
    public Optional<String> namespace() {
      return Wire.optionalText(json(), "namespace");
    }

    /**
     * Sets {@code namespace}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FunctionCallOutput namespace(String value) {
      return new FunctionCallOutput(Wire.with(json(), "namespace", value));
    }

    /** {@return {@code output}} */
    public FunctionCallOutputBody output() {
      return Wire.required(json(), "output", FunctionCallOutputBody::new);
    }
  }

  /** {@code type} is {@code custom_tool_call}. */
  final class CustomToolCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CustomToolCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param callId {@code call_id}
     * @param input {@code input}
     * @param name {@code name}
     * @return a value with these fields
     */
    public static CustomToolCall of(String callId, String input, String name) {
      return new CustomToolCall(Wire.object("type", "custom_tool_call", "call_id", callId, "input", input, "name", name));
    }

    /** {@return {@code call_id}} */
    public String callId() {
      return Wire.text(json(), "call_id");
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCall encryptedContent(String value) {
      return new CustomToolCall(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCall id(String value) {
      return new CustomToolCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code input}} */
    public String input() {
      return Wire.text(json(), "input");
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new CustomToolCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code namespace}; empty when absent or null} */
    public Optional<String> namespace() {
      return Wire.optionalText(json(), "namespace");
    }

    /**
     * Sets {@code namespace}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCall namespace(String value) {
      return new CustomToolCall(Wire.with(json(), "namespace", value));
    }

    /** {@return {@code status}; empty when absent or null} */
    public Optional<String> status() {
      return Wire.optionalText(json(), "status");
    }

    /**
     * Sets {@code status}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCall status(String value) {
      return new CustomToolCall(Wire.with(json(), "status", value));
    }
  }

  /** {@code type} is {@code custom_tool_call_output}. */
  final class CustomToolCallOutput extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CustomToolCallOutput(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param callId {@code call_id}
     * @param output {@code output}
     * @return a value with these fields
     */
    public static CustomToolCallOutput of(String callId, FunctionCallOutputBody output) {
      return new CustomToolCallOutput(Wire.object("type", "custom_tool_call_output", "call_id", callId, "output", output));
    }

    /** {@return {@code call_id}} */
    public String callId() {
      return Wire.text(json(), "call_id");
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCallOutput id(String value) {
      return new CustomToolCallOutput(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCallOutput internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new CustomToolCallOutput(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code name}; empty when absent or null} */
    public Optional<String> name() {
      return Wire.optionalText(json(), "name");
    }

    /**
     * Sets {@code name}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomToolCallOutput name(String value) {
      return new CustomToolCallOutput(Wire.with(json(), "name", value));
    }

    /** {@return {@code output}} */
    public FunctionCallOutputBody output() {
      return Wire.required(json(), "output", FunctionCallOutputBody::new);
    }
  }

  /** {@code type} is {@code tool_search_output}. */
  final class ToolSearchOutput extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ToolSearchOutput(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param execution {@code execution}
     * @param status {@code status}
     * @param tools {@code tools}
     * @return a value with these fields
     */
    public static ToolSearchOutput of(String execution, String status, List<JsonNode> tools) {
      return new ToolSearchOutput(Wire.object("type", "tool_search_output", "execution", execution, "status", status, "tools", tools));
    }

    /** {@return {@code call_id}; empty when absent or null} */
    public Optional<String> callId() {
      return Wire.optionalText(json(), "call_id");
    }

    /**
     * Sets {@code call_id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchOutput callId(String value) {
      return new ToolSearchOutput(Wire.with(json(), "call_id", value));
    }

    /** {@return {@code execution}} */
    public String execution() {
      return Wire.text(json(), "execution");
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchOutput id(String value) {
      return new ToolSearchOutput(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ToolSearchOutput internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new ToolSearchOutput(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code status}} */
    public String status() {
      return Wire.text(json(), "status");
    }

    /** {@return {@code tools}} */
    public List<JsonNode> tools() {
      return Wire.list(json(), "tools", Wire::node);
    }
  }

  /** {@code type} is {@code web_search_call}. */
  final class WebSearchCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public WebSearchCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static WebSearchCall of() {
      return new WebSearchCall(Wire.object("type", "web_search_call"));
    }

    /** {@return {@code action}; empty when absent or null} */
    public Optional<ResponsesApiWebSearchAction> action() {
      return Wire.optional(json(), "action", ResponsesApiWebSearchAction::read);
    }

    /**
     * Sets {@code action}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public WebSearchCall action(ResponsesApiWebSearchAction value) {
      return new WebSearchCall(Wire.with(json(), "action", value));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public WebSearchCall encryptedContent(String value) {
      return new WebSearchCall(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public WebSearchCall id(String value) {
      return new WebSearchCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public WebSearchCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new WebSearchCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code status}; empty when absent or null} */
    public Optional<String> status() {
      return Wire.optionalText(json(), "status");
    }

    /**
     * Sets {@code status}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public WebSearchCall status(String value) {
      return new WebSearchCall(Wire.with(json(), "status", value));
    }
  }

  /** {@code type} is {@code image_generation_call}. */
  final class ImageGenerationCall extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ImageGenerationCall(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param result {@code result}
     * @param status {@code status}
     * @return a value with these fields
     */
    public static ImageGenerationCall of(String result, String status) {
      return new ImageGenerationCall(Wire.object("type", "image_generation_call", "result", result, "status", status));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ImageGenerationCall encryptedContent(String value) {
      return new ImageGenerationCall(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ImageGenerationCall id(String value) {
      return new ImageGenerationCall(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ImageGenerationCall internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new ImageGenerationCall(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }

    /** {@return {@code result}} */
    public String result() {
      return Wire.text(json(), "result");
    }

    /** {@return {@code revised_prompt}; empty when absent or null} */
    public Optional<String> revisedPrompt() {
      return Wire.optionalText(json(), "revised_prompt");
    }

    /**
     * Sets {@code revised_prompt}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ImageGenerationCall revisedPrompt(String value) {
      return new ImageGenerationCall(Wire.with(json(), "revised_prompt", value));
    }

    /** {@return {@code status}} */
    public String status() {
      return Wire.text(json(), "status");
    }
  }

  /** {@code type} is {@code compaction}. */
  final class Compaction extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Compaction(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param encryptedContent {@code encrypted_content}
     * @return a value with these fields
     */
    public static Compaction of(String encryptedContent) {
      return new Compaction(Wire.object("type", "compaction", "encrypted_content", encryptedContent));
    }

    /** {@return {@code encrypted_content}} */
    public String encryptedContent() {
      return Wire.text(json(), "encrypted_content");
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Compaction id(String value) {
      return new Compaction(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Compaction internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new Compaction(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }
  }

  /** A durable input control interpreted by the backend at its position in history. */
  final class ConfigurationUpdate extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ConfigurationUpdate(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param reasoning {@code reasoning}
     * @return a value with these fields
     */
    public static ConfigurationUpdate of(ConfigurationReasoning reasoning) {
      return new ConfigurationUpdate(Wire.object("type", "configuration_update", "reasoning", reasoning));
    }

    /** {@return {@code reasoning}} */
    public ConfigurationReasoning reasoning() {
      return Wire.required(json(), "reasoning", ConfigurationReasoning::new);
    }
  }

  /** {@code type} is {@code compaction_trigger}. */
  final class CompactionTrigger extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CompactionTrigger(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static CompactionTrigger of() {
      return new CompactionTrigger(Wire.object("type", "compaction_trigger"));
    }
  }

  /** {@code type} is {@code context_compaction}. */
  final class ContextCompaction extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ContextCompaction(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static ContextCompaction of() {
      return new ContextCompaction(Wire.object("type", "context_compaction"));
    }

    /** {@return {@code encrypted_content}; empty when absent or null} */
    public Optional<String> encryptedContent() {
      return Wire.optionalText(json(), "encrypted_content");
    }

    /**
     * Sets {@code encrypted_content}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ContextCompaction encryptedContent(String value) {
      return new ContextCompaction(Wire.with(json(), "encrypted_content", value));
    }

    /** {@return {@code id}; empty when absent or null} */
    public Optional<String> id() {
      return Wire.optionalText(json(), "id");
    }

    /**
     * Sets {@code id}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ContextCompaction id(String value) {
      return new ContextCompaction(Wire.with(json(), "id", value));
    }

    /** {@return {@code internal_chat_message_metadata_passthrough}; empty when absent or null} */
    public Optional<InternalChatMessageMetadataPassthrough> internalChatMessageMetadataPassthrough() {
      return Wire.optional(json(), "internal_chat_message_metadata_passthrough", InternalChatMessageMetadataPassthrough::new);
    }

    /**
     * Sets {@code internal_chat_message_metadata_passthrough}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ContextCompaction internalChatMessageMetadataPassthrough(InternalChatMessageMetadataPassthrough value) {
      return new ContextCompaction(Wire.with(json(), "internal_chat_message_metadata_passthrough", value));
    }
  }

  /** {@code type} is {@code other}. */
  final class Other extends WireObject implements ResponseItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Other(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Other of() {
      return new Other(Wire.object("type", "other"));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ResponseItem {

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
