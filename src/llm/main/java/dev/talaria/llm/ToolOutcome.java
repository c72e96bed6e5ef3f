package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.ThreadItem;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What an item of a turn is as a step of a loop.
 *
 * @param kind what was done
 * @param name the tool, the command, the query
 * @param failed whether it failed
 * @param failure the failed call of a tool; empty for what succeeded and for what is no tool
 */
record ToolOutcome(LoopStep.Kind kind, String name, boolean failed, Optional<ToolFailure> failure) {

  private static final String NO_REASON = "the tool failed and gave no reason";

  /** The item as a step; empty if it is not one. */
  static Optional<ToolOutcome> of(ThreadItem item) {
    return item.accept(new Steps());
  }

  private static final class Steps implements ThreadItem.ToolVisitor<Optional<ToolOutcome>> {

    @Override
    public Optional<ToolOutcome> visit(ThreadItem.CommandExecution item) {
      boolean failed = !item.status().equals("completed");
      return Optional.of(step(LoopStep.Kind.COMMAND, item.command(), failed));
    }

    @Override
    public Optional<ToolOutcome> visit(ThreadItem.FileChange item) {
      boolean failed = !item.status().equals("completed");
      return Optional.of(step(LoopStep.Kind.FILE_CHANGE, "", failed));
    }

    @Override
    public Optional<ToolOutcome> visit(ThreadItem.WebSearch item) {
      return Optional.of(step(LoopStep.Kind.WEB_SEARCH, item.query(), false));
    }

    @Override
    public Optional<ToolOutcome> visit(ThreadItem.McpToolCall item) {
      boolean failed = item.status().equals("failed") || item.error().isPresent();
      return Optional.of(tool(LoopStep.Kind.MCP_TOOL, item.tool(), failed, reason(item)));
    }

    @Override
    public Optional<ToolOutcome> visit(ThreadItem.DynamicToolCall item) {
      boolean failed = item.status().equals("failed") || !item.success().orElse(true);
      return Optional.of(
          tool(LoopStep.Kind.HOST_TOOL, item.tool(), failed, texts(item.contentItems())));
    }

    @Override
    public Optional<ToolOutcome> other(ThreadItem item) {
      return Optional.empty();
    }
  }

  private static ToolOutcome step(LoopStep.Kind kind, String name, boolean failed) {
    return new ToolOutcome(kind, name, failed, Optional.empty());
  }

  private static ToolOutcome tool(LoopStep.Kind kind, String name, boolean failed, String reason) {
    return new ToolOutcome(
        kind,
        name,
        failed,
        failed
            ? Optional.of(new ToolFailure(name, reason.isBlank() ? NO_REASON : reason))
            : Optional.empty());
  }

  /** What the tool itself said, else what Codex says of it. */
  private static String reason(ThreadItem.McpToolCall call) {
    String own = call.result().map(result -> texts(result.path("content"))).orElse("");
    if (!own.isBlank()) {
      return own;
    }
    JsonNode error = call.error().orElse(null);
    if (error == null) {
      return "";
    }
    return error.isTextual() ? error.textValue() : error.path("message").asText("");
  }

  private static String texts(JsonNode content) {
    StringJoiner texts = new StringJoiner("\n");
    for (JsonNode part : content) {
      if (part.path("text").isTextual()) {
        texts.add(part.path("text").textValue());
      }
    }
    return texts.toString();
  }
}
