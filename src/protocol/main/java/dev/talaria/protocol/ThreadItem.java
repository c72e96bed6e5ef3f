package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One item of a turn: a message, a command, a patch, a tool call, an {@linkplain ActivityItem other
 * activity}, or something of a later Codex.
 *
 * <p>Immutable as long as the raw node is not modified; may be passed between threads. Every
 * accessor tolerates any JSON in any member, and none returns null.
 *
 * <p>Source: member {@code item} of {@code item/started} and {@code item/completed}. Only {@code
 * item/completed} is authoritative. Item ids are unique within their thread and turn only.
 */
public sealed interface ThreadItem
    permits ThreadItem.UserMessage,
        ThreadItem.AgentMessage,
        ThreadItem.Reasoning,
        ThreadItem.CommandExecution,
        ThreadItem.FileChange,
        ThreadItem.McpToolCall,
        ThreadItem.DynamicToolCall,
        ThreadItem.WebSearch,
        ThreadItem.ContextCompaction,
        ThreadItem.Unknown,
        ActivityItem {

  /** The item as it came, of any JSON type for {@link Unknown}, an object for all others. */
  JsonNode raw();

  /** The item's id; empty when the wire gives none. */
  default String id() {
    return ItemFields.scalar(raw(), "id");
  }

  /** The wire name of the item's type; empty when the wire gives none. */
  default String type() {
    return ItemFields.scalar(raw(), "type");
  }

  /** Gives the item to the visitor's method for its type. */
  <R> R accept(Visitor<R> visitor);

  /**
   * What to do with an item of each type. Implement it where every type counts: when a later
   * version of Talaria has one more, the compiler says so.
   *
   * @param <R> what a visit gives
   */
  interface Visitor<R> {
    R visit(UserMessage item);

    R visit(AgentMessage item);

    R visit(Reasoning item);

    R visit(CommandExecution item);

    R visit(FileChange item);

    R visit(McpToolCall item);

    R visit(DynamicToolCall item);

    R visit(WebSearch item);

    R visit(ContextCompaction item);

    R visit(Unknown item);

    R visit(ActivityItem item);
  }

  /**
   * A visitor to which only calls of tools matter: commands, patches, MCP and dynamic tools, and
   * searches.
   *
   * @param <R> what a visit gives
   */
  interface ToolVisitor<R> extends Visitor<R> {

    /** What to do with an item that is not a call of a tool. */
    R other(ThreadItem item);

    @Override
    default R visit(UserMessage item) {
      return other(item);
    }

    @Override
    default R visit(AgentMessage item) {
      return other(item);
    }

    @Override
    default R visit(Reasoning item) {
      return other(item);
    }

    @Override
    default R visit(ContextCompaction item) {
      return other(item);
    }

    @Override
    default R visit(Unknown item) {
      return other(item);
    }

    @Override
    default R visit(ActivityItem item) {
      return other(item);
    }
  }

  /**
   * Reads an item of any shape; never throws.
   *
   * @param item the wire's {@code item}; null stands for a missing one
   */
  static ThreadItem of(JsonNode item) {
    JsonNode raw = item == null ? NullNode.getInstance() : item;
    String type = ItemFields.scalar(raw, "type");
    return switch (type) {
      case "userMessage" -> new UserMessage(raw);
      case "agentMessage" -> new AgentMessage(raw);
      case "reasoning" -> new Reasoning(raw);
      case "commandExecution" -> new CommandExecution(raw);
      case "fileChange" -> new FileChange(raw);
      case "mcpToolCall" -> new McpToolCall(raw);
      case "dynamicToolCall" -> new DynamicToolCall(raw);
      case "webSearch" -> new WebSearch(raw);
      case "contextCompaction" -> new ContextCompaction(raw);
      default ->
          ActivityItem.of(type, raw)
              .orElseGet(() -> new Unknown(type, ItemFields.scalar(raw, "id"), raw));
    };
  }

  /** What the user said; images and mentions have no text. Values are immutable. */
  record UserMessage(JsonNode raw) implements ThreadItem {

    /**
     * The texts of the message in order: of every {@code text} part, and of any other part that has
     * a text.
     */
    public List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (JsonNode part : ItemFields.elements(raw, "content")) {
        boolean textPart = "text".equals(ItemFields.scalar(part, "type"));
        if (textPart || ItemFields.optional(part, "text").isPresent()) {
          texts.add(ItemFields.text(part, "text"));
        }
      }
      return texts;
    }

    /** {@link #texts()} joined by line feeds. */
    public String text() {
      return String.join("\n", texts());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What the model said. Values are immutable. */
  record AgentMessage(JsonNode raw) implements ThreadItem {

    public String text() {
      return ItemFields.text(raw, "text");
    }

    /** {@code commentary} for a message that is not the answer; as the model gave it. */
    public Optional<String> phase() {
      return ItemFields.optionalText(raw, "phase");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What the model thought, as far as the provider shows it. Values are immutable. */
  record Reasoning(JsonNode raw) implements ThreadItem {

    public List<String> summary() {
      return parts("summary");
    }

    public List<String> content() {
      return parts("content");
    }

    private List<String> parts(String name) {
      List<String> parts = new ArrayList<>();
      for (JsonNode part : ItemFields.elements(raw, name)) {
        if (!ItemFields.isAbsent(part)) {
          parts.add(ItemFields.optionalText(part, "text").orElseGet(() -> ItemFields.text(part)));
        }
      }
      return parts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A shell command. Values are immutable. */
  record CommandExecution(JsonNode raw) implements ThreadItem {

    public String command() {
      return ItemFields.text(raw, "command");
    }

    public String cwd() {
      return ItemFields.text(raw, "cwd");
    }

    /** {@code inProgress}, {@code completed}, {@code failed}, {@code declined}, or a later one. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** The whole output; absent when there is none. Deltas may miss its beginning. */
    public Optional<String> aggregatedOutput() {
      return ItemFields.optionalText(raw, "aggregatedOutput");
    }

    /**
     * The exit code; absent while the command runs, when it never ran, or when it is not an int.
     */
    public OptionalInt exitCode() {
      JsonNode code = ItemFields.member(raw, "exitCode");
      boolean isInt = code.isIntegralNumber() && code.canConvertToInt();
      return isInt ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A patch. Values are immutable. */
  record FileChange(JsonNode raw) implements ThreadItem {

    /** The files of the patch in wire order. */
    public List<PatchChange> changes() {
      JsonNode changes = ItemFields.member(raw, "changes");
      List<PatchChange> parts = new ArrayList<>();
      if (changes.isArray()) {
        changes.forEach(change -> parts.add(new PatchChange(change)));
      }
      return parts;
    }

    /** {@code inProgress}, {@code completed}, {@code failed}, {@code declined}, or a later one. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A call of a tool of an MCP server. Values are immutable. */
  record McpToolCall(JsonNode raw) implements ThreadItem {

    public String server() {
      return ItemFields.text(raw, "server");
    }

    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /** {@code inProgress}, {@code completed}, {@code failed}, or a later one. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** The arguments, of any JSON type; a null node when there are none. */
    public JsonNode arguments() {
      return ItemFields.member(raw, "arguments");
    }

    /** {@code content}, {@code structuredContent} and {@code _meta} as the server gave them. */
    public Optional<JsonNode> result() {
      return ItemFields.optional(raw, "result");
    }

    /** Why the call failed. A tool's own {@code isError} result is a result, not an error. */
    public Optional<JsonNode> error() {
      return ItemFields.optional(raw, "error");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A call of a tool that the client offered with {@code dynamicTools}. Values are immutable. */
  record DynamicToolCall(JsonNode raw) implements ThreadItem {

    public Optional<String> namespace() {
      return ItemFields.optionalText(raw, "namespace");
    }

    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /** {@code inProgress}, {@code completed}, {@code failed}, or a later one. */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** The arguments, of any JSON type; a null node when there are none. */
    public JsonNode arguments() {
      return ItemFields.member(raw, "arguments");
    }

    /** What the client answered; a null node when there is no answer. */
    public JsonNode contentItems() {
      return ItemFields.member(raw, "contentItems");
    }

    /** Whether the client called it a success; absent when there is no answer. */
    public Optional<Boolean> success() {
      JsonNode success = ItemFields.member(raw, "success");
      return success.isBoolean() ? Optional.of(success.booleanValue()) : Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A search that the provider made for the model. Values are immutable. */
  record WebSearch(JsonNode raw) implements ThreadItem {

    /** What was asked; empty for a step that asks nothing, such as opening a page. */
    public String query() {
      return ItemFields.text(raw, "query");
    }

    /** What was done: {@code search}, {@code openPage}, {@code findInPage} or {@code other}. */
    public Optional<JsonNode> action() {
      return ItemFields.optional(raw, "action");
    }

    /** What was found, as far as the provider shows it, in a form of its own. */
    public List<JsonNode> results() {
      return ItemFields.elements(raw, "results");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Codex has replaced the thread's history by a summary. Values are immutable. */
  record ContextCompaction(JsonNode raw) implements ThreadItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An item of a type that this library does not model, or no item at all. Values are immutable.
   *
   * @param type the wire name of its type; empty when the wire gives none
   * @param id its id; empty when the wire gives none
   * @param raw what the wire gave, of any JSON type
   */
  record Unknown(String type, String id, JsonNode raw) implements ThreadItem {

    public Unknown {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(raw, "raw");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
