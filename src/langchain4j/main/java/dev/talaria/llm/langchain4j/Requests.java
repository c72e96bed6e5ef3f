package dev.talaria.llm.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.talaria.llm.ChatCall;
import dev.talaria.llm.ChatEntry;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * LangChain4j's requests in ours. Pure functions; what Codex has no place for is refused, as
 * LangChain4j's other models do.
 */
final class Requests {

  private Requests() {}

  static ChatCall call(ChatRequest request) {
    ChatRequestParameters parameters = request.parameters();
    checkUnused(parameters);
    ChatCall.Builder call = ChatCall.builder(rows(request.messages()));
    call.system(
        request.messages().stream()
            .filter(SystemMessage.class::isInstance)
            .map(message -> ((SystemMessage) message).text())
            .collect(Collectors.joining("\n\n")));
    if (parameters.modelName() != null) {
      call.model(parameters.modelName());
    }
    if (parameters.toolChoice() == ToolChoice.REQUIRED) {
      throw unsupported("ToolChoice.REQUIRED");
    } else if (parameters.toolChoice() != ToolChoice.NONE) {
      parameters.toolSpecifications().forEach(tool -> offer(tool, call));
    }
    schema(parameters.responseFormat()).ifPresent(call::outputSchema);
    return call.build();
  }

  private static void offer(ToolSpecification tool, ChatCall.Builder call) {
    JsonObjectSchema parameters =
        tool.parameters() == null ? JsonObjectSchema.builder().build() : tool.parameters();
    call.tool(
        tool.name(),
        tool.description() == null ? "" : tool.description(),
        WireJson.mapper().valueToTree(JsonSchemaElementUtils.toMap(parameters)));
  }

  private static Optional<JsonNode> schema(ResponseFormat format) {
    if (format == null || format.type() == ResponseFormatType.TEXT) {
      return Optional.empty();
    } else if (format.jsonSchema() == null) {
      throw unsupported("JSON without a schema");
    }
    return Optional.of(
        WireJson.mapper()
            .valueToTree(JsonSchemaElementUtils.toMap(format.jsonSchema().rootElement(), true)));
  }

  // --- messages

  private static List<ChatEntry> rows(List<ChatMessage> messages) {
    List<ChatEntry> rows = new ArrayList<>();
    for (ChatMessage message : messages) {
      if (message instanceof UserMessage user) {
        rows.add(new ChatEntry.User(user.contents().stream().map(Requests::part).toList()));
      } else if (message instanceof AiMessage said) {
        rows.add(assistant(said));
      } else if (message instanceof ToolExecutionResultMessage result) {
        rows.add(result(result));
      } else if (!(message instanceof SystemMessage)) {
        throw unsupported("a message of type " + message.type());
      }
    }
    return rows;
  }

  private static ChatEntry assistant(AiMessage message) {
    List<ToolCall> calls = new ArrayList<>();
    for (ToolExecutionRequest each : message.toolExecutionRequests()) {
      calls.add(new ToolCall(orEmpty(each.id()), each.name(), orEmpty(each.arguments())));
    }
    return new ChatEntry.Assistant(orEmpty(message.text()), calls);
  }

  private static ChatEntry result(ToolExecutionResultMessage message) {
    String text =
        message.contents().stream().map(Requests::textOf).collect(Collectors.joining("\n"));
    return new ChatEntry.Result(
        orEmpty(message.id()),
        orEmpty(message.toolName()),
        text,
        Boolean.TRUE.equals(message.isError()));
  }

  private static String textOf(Content content) {
    if (content instanceof TextContent text) {
      return text.text();
    }
    throw unsupported("a tool's result of type " + content.type());
  }

  private static InputPart part(Content content) {
    if (content instanceof TextContent text) {
      return new InputPart.Text(text.text());
    } else if (content instanceof ImageContent picture) {
      Image image = picture.image();
      return new InputPart.Image(
          image.url() != null
              ? image.url().toString()
              : "data:" + image.mimeType() + ";base64," + image.base64Data());
    }
    throw unsupported("content of type " + content.type());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  // --- what Codex does not have

  private static void checkUnused(ChatRequestParameters parameters) {
    refuse("temperature", parameters.temperature());
    refuse("topP", parameters.topP());
    refuse("topK", parameters.topK());
    refuse("frequencyPenalty", parameters.frequencyPenalty());
    refuse("presencePenalty", parameters.presencePenalty());
    refuse("maxOutputTokens", parameters.maxOutputTokens());
    if (!parameters.stopSequences().isEmpty()) {
      throw unsupported("the parameter stopSequences");
    }
  }

  private static void refuse(String name, Object value) {
    if (value != null) {
      throw unsupported("the parameter " + name);
    }
  }

  private static UnsupportedFeatureException unsupported(String what) {
    return new UnsupportedFeatureException(what + " is not supported by Codex; leave it out");
  }
}
