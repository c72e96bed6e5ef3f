package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
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
public sealed interface Item
    permits Item.UserMessage,
        Item.AgentMessage,
        Item.Reasoning,
        Item.CommandExecution,
        Item.FileChange,
        Item.McpToolCall,
        Item.DynamicToolCall,
        Item.WebSearch,
        Item.ContextCompaction,
        Item.Unknown,
        ActivityItem {

  /**
   * {@return the item as it came, of any JSON type for {@link Unknown}, an object for all others}
   */
  JsonNode raw();

  /** {@return the item's id; empty when the wire gives none} */
  default String id() {
    return ItemFields.scalar(raw(), "id");
  }

  /** {@return the wire name of the item's type; empty when the wire gives none} */
  default String type() {
    return ItemFields.scalar(raw(), "type");
  }

  /**
   * Gives the item to the visitor's method for its type.
   *
   * @param <R> what a visit gives
   * @param visitor called once, on this thread
   * @return what the visitor gave
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * What to do with an item of each type. Implement it where every type counts: when a later
   * version of Talaria has one more, the compiler says so.
   *
   * @param <R> what a visit gives
   */
  interface Visitor<R> {
    /**
     * {@return the result for a message of the user}
     *
     * @param item with its texts; images and mentions have none
     */
    R visit(UserMessage item);

    /**
     * {@return the result for a message of the model}
     *
     * @param item with the text as far as it is written
     */
    R visit(AgentMessage item);

    /**
     * {@return the result for what the model thought}
     *
     * @param item with as much of it as the provider shows
     */
    R visit(Reasoning item);

    /**
     * {@return the result for a shell command}
     *
     * @param item with its output and exit code when it has ended
     */
    R visit(CommandExecution item);

    /**
     * {@return the result for a patch}
     *
     * @param item with a change for each file
     */
    R visit(FileChange item);

    /**
     * {@return the result for a call of a tool of an MCP server}
     *
     * @param item with its result or error when it has ended
     */
    R visit(McpToolCall item);

    /**
     * {@return the result for a call of a tool that the client offered}
     *
     * @param item with the client's answer when there is one
     */
    R visit(DynamicToolCall item);

    /**
     * {@return the result for a search that the provider made}
     *
     * @param item with the query, and what was found
     */
    R visit(WebSearch item);

    /**
     * {@return the result for a history that Codex has replaced by a summary}
     *
     * @param item without the summary
     */
    R visit(ContextCompaction item);

    /**
     * {@return the result for an item of a type that this library does not model}
     *
     * @param item with the JSON as it came
     */
    R visit(Unknown item);

    /**
     * {@return the result for any other activity}
     *
     * @param item to be told apart by {@link ActivityItem#accept(ActivityItem.Visitor)}
     */
    R visit(ActivityItem item);
  }

  /**
   * A visitor to which only calls of tools matter: commands, patches, MCP and dynamic tools, and
   * searches.
   *
   * @param <R> what a visit gives
   */
  interface ToolVisitor<R> extends Visitor<R> {

    /**
     * {@return the result for an item that is not a call of a tool}
     *
     * @param item of any of the other types
     */
    R other(Item item);

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
   * @return the item of its type; {@link Unknown} if there is no such type
   */
  static Item of(JsonNode item) {
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

  /**
   * What the user said; images and mentions have no text. Values are immutable.
   *
   * @param raw the item as it came
   */
  record UserMessage(JsonNode raw) implements Item {

    /**
     * {@return the key that the client gave with the prompt; empty when it gave none, and before
     * 0.140.0}
     */
    public Optional<String> clientId() {
      return ItemFields.optionalText(raw, "clientId");
    }

    /**
     * {@return the texts of the message in order: of every {@code text} part, and of any other part
     * that has a text}
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

    /** {@return {@link #texts()} joined by line feeds} */
    public String text() {
      return String.join("\n", texts());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * What the model said. Values are immutable.
   *
   * @param raw the item as it came
   */
  record AgentMessage(JsonNode raw) implements Item {

    /** {@return the text, as far as it is written; empty when the wire gives none} */
    public String text() {
      return ItemFields.text(raw, "text");
    }

    /**
     * {@return {@code commentary} for a message that is not the answer; as the model gave it,
     * absent when it gave none}
     */
    public Optional<String> phase() {
      return ItemFields.optionalText(raw, "phase");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * What the model thought, as far as the provider shows it. Values are immutable.
   *
   * @param raw the item as it came
   */
  record Reasoning(JsonNode raw) implements Item {

    /** {@return the parts of the provider's summary in order; empty when there is none} */
    public List<String> summary() {
      return parts("summary");
    }

    /**
     * {@return the parts of the reasoning itself in order; empty when the provider does not show
     * it}
     */
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

  /**
   * A shell command. Values are immutable.
   *
   * @param raw the item as it came
   */
  record CommandExecution(JsonNode raw) implements Item {

    /**
     * {@return the command with its shell, such as {@code /bin/bash -lc 'git status'}; empty when
     * the wire gives none}
     */
    public String command() {
      return ItemFields.text(raw, "command");
    }

    /** {@return the directory that it runs in; empty when the wire gives none} */
    public String cwd() {
      return ItemFields.text(raw, "cwd");
    }

    /**
     * {@return {@code inProgress}, {@code completed}, {@code failed}, {@code declined}, or a later
     * one}
     */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** {@return the whole output; absent when there is none} Deltas may miss its beginning. */
    public Optional<String> aggregatedOutput() {
      return ItemFields.optionalText(raw, "aggregatedOutput");
    }

    /**
     * {@return the exit code; absent while the command runs, when it never ran, or when it is not
     * an int}
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

  /**
   * A patch. Values are immutable.
   *
   * @param raw the item as it came
   */
  record FileChange(JsonNode raw) implements Item {

    /** {@return the files of the patch in wire order} */
    public List<PatchChange> changes() {
      JsonNode changes = ItemFields.member(raw, "changes");
      List<PatchChange> parts = new ArrayList<>();
      if (changes.isArray()) {
        changes.forEach(change -> parts.add(new PatchChange(change)));
      }
      return parts;
    }

    /**
     * {@return {@code inProgress}, {@code completed}, {@code failed}, {@code declined}, or a later
     * one}
     */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A call of a tool of an MCP server. Values are immutable.
   *
   * @param raw the item as it came
   */
  record McpToolCall(JsonNode raw) implements Item {

    /** {@return the server, as Codex's configuration calls it; empty when the wire gives none} */
    public String server() {
      return ItemFields.text(raw, "server");
    }

    /** {@return the tool, as the server calls it; empty when the wire gives none} */
    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /** {@return {@code inProgress}, {@code completed}, {@code failed}, or a later one} */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** {@return the arguments, of any JSON type; a null node when there are none} */
    public JsonNode arguments() {
      return ItemFields.member(raw, "arguments");
    }

    /**
     * {@return {@code content}, {@code structuredContent} and {@code _meta} as the server gave
     * them}
     */
    public Optional<JsonNode> result() {
      return ItemFields.optional(raw, "result");
    }

    /**
     * {@return why the call failed} A tool's own {@code isError} result is a result, not an error.
     */
    public Optional<JsonNode> error() {
      return ItemFields.optional(raw, "error");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A call of a tool that the client offered with {@code dynamicTools}. Values are immutable.
   *
   * @param raw the item as it came
   */
  record DynamicToolCall(JsonNode raw) implements Item {

    /** {@return the tool's namespace; absent when the wire gives none} */
    public Optional<String> namespace() {
      return ItemFields.optionalText(raw, "namespace");
    }

    /** {@return the tool, as the client called it; empty when the wire gives none} */
    public String tool() {
      return ItemFields.text(raw, "tool");
    }

    /** {@return {@code inProgress}, {@code completed}, {@code failed}, or a later one} */
    public String status() {
      return ItemFields.scalar(raw, "status");
    }

    /** {@return the arguments, of any JSON type; a null node when there are none} */
    public JsonNode arguments() {
      return ItemFields.member(raw, "arguments");
    }

    /** {@return what the client answered; a null node when there is no answer} */
    public JsonNode contentItems() {
      return ItemFields.member(raw, "contentItems");
    }

    /** {@return whether the client called it a success; absent when there is no answer} */
    public Optional<Boolean> success() {
      JsonNode success = ItemFields.member(raw, "success");
      return success.isBoolean() ? Optional.of(success.booleanValue()) : Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A search that the provider made for the model. Values are immutable.
   *
   * @param raw the item as it came
   */
  record WebSearch(JsonNode raw) implements Item {

    /** {@return what was asked; empty for a step that asks nothing, such as opening a page} */
    public String query() {
      return ItemFields.text(raw, "query");
    }

    /**
     * {@return what was done: {@code search}, {@code openPage}, {@code findInPage} or {@code
     * other}, with what belongs to it}
     */
    public Optional<JsonNode> action() {
      return ItemFields.optional(raw, "action");
    }

    /** {@return what was found, as far as the provider shows it, in a form of its own} */
    public List<JsonNode> results() {
      return ItemFields.elements(raw, "results");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Codex has replaced the thread's history by a summary. Values are immutable.
   *
   * @param raw the item as it came
   */
  record ContextCompaction(JsonNode raw) implements Item {
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
  record Unknown(String type, String id, JsonNode raw) implements Item {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
