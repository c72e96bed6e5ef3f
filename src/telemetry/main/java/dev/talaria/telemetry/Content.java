package dev.talaria.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.Item;
import java.util.List;

/**
 * Texts of users, models and tools as attributes, for hosts that want them: masked, cut, and
 * messages in the JSON of the conventions. Stateless.
 */
final class Content {

  /** How many characters of a text are told. */
  static final int MOST = 16_384;

  private Content() {}

  static String text(String text) {
    String masked = Redaction.redact(text);
    return masked.length() <= MOST ? masked : masked.substring(0, MOST) + "…";
  }

  /** Messages of one role; empty for none. */
  static String messages(String role, List<String> texts, String finishReason) {
    if (texts.isEmpty()) {
      return "";
    }
    var messages = JsonNodeFactory.instance.arrayNode();
    for (String text : texts) {
      ObjectNode message = messages.addObject().put("role", role);
      message.putArray("parts").addObject().put("type", "text").put("content", text(text));
      if (!finishReason.isEmpty()) {
        message.put("finish_reason", finishReason);
      }
    }
    return messages.toString();
  }

  /** What a tool was called with. */
  static String arguments(Item item) {
    return item.accept(
        new ToolTexts() {
          @Override
          public String visit(Item.CommandExecution command) {
            return text(command.command());
          }

          @Override
          public String visit(Item.FileChange patch) {
            return json(patch.raw().path("changes"));
          }

          @Override
          public String visit(Item.McpToolCall call) {
            return json(call.arguments());
          }

          @Override
          public String visit(Item.DynamicToolCall call) {
            return json(call.arguments());
          }

          @Override
          public String visit(Item.WebSearch search) {
            return text(search.query());
          }
        });
  }

  /** What a tool gave. */
  static String result(Item item) {
    return item.accept(
        new ToolTexts() {
          @Override
          public String visit(Item.CommandExecution command) {
            return text(command.aggregatedOutput().orElse(""));
          }

          @Override
          public String visit(Item.McpToolCall call) {
            return call.result().or(call::error).map(Content::json).orElse("");
          }

          @Override
          public String visit(Item.DynamicToolCall call) {
            return json(call.contentItems());
          }
        });
  }

  private static String json(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : text(node.toString());
  }

  /** Empty where nothing else is said. */
  private interface ToolTexts extends Item.ToolVisitor<String> {
    @Override
    default String other(Item item) {
      return "";
    }

    @Override
    default String visit(Item.CommandExecution item) {
      return "";
    }

    @Override
    default String visit(Item.FileChange item) {
      return "";
    }

    @Override
    default String visit(Item.McpToolCall item) {
      return "";
    }

    @Override
    default String visit(Item.DynamicToolCall item) {
      return "";
    }

    @Override
    default String visit(Item.WebSearch item) {
      return "";
    }
  }
}
