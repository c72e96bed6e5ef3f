package dev.talaria.llm.springai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.ChatCall;
import dev.talaria.llm.ChatEntry;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Media;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * Spring AI's prompts in our terms. Safe for use by many threads.
 *
 * <p>Options that Codex has no place for are ignored, as Spring AI's portable options are, with one
 * warning each.
 */
final class Prompts {

  private static final Logger log = LoggerFactory.getLogger(Prompts.class);

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  ChatCall call(Prompt prompt, ChatOptions options) {
    ChatCall.Builder call = ChatCall.builder(rows(prompt.getInstructions()));
    call.system(
        prompt.getInstructions().stream()
            .filter(SystemMessage.class::isInstance)
            .map(Message::getText)
            .collect(Collectors.joining("\n\n")));
    if (options.getModel() != null) {
      call.model(options.getModel());
    }
    if (options instanceof ToolCallingChatOptions tools && tools.getToolCallbacks() != null) {
      for (ToolCallback tool : tools.getToolCallbacks()) {
        ToolDefinition definition = tool.getToolDefinition();
        call.tool(
            definition.name(),
            definition.description(),
            json("the schema of " + definition.name(), definition.inputSchema()));
      }
    }
    if (options instanceof StructuredOutputChatOptions structured
        && structured.getOutputSchema() != null
        && !structured.getOutputSchema().isBlank()) {
      call.outputSchema(json("the output schema", structured.getOutputSchema()));
    }
    warn("temperature", options.getTemperature());
    warn("topP", options.getTopP());
    warn("topK", options.getTopK());
    warn("frequencyPenalty", options.getFrequencyPenalty());
    warn("presencePenalty", options.getPresencePenalty());
    warn("maxTokens", options.getMaxTokens());
    warn("stopSequences", options.getStopSequences());
    return call.build();
  }

  private void warn(String option, Object value) {
    if (value != null && warned.add(option)) {
      log.warn("Codex has no option {}; it is ignored", option);
    }
  }

  private static JsonNode json(String what, String text) {
    try {
      return WireJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(what + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  // --- messages

  private static List<ChatEntry> rows(List<Message> messages) {
    List<ChatEntry> rows = new ArrayList<>();
    for (Message message : messages) {
      if (message instanceof UserMessage user) {
        rows.add(user(user));
      } else if (message instanceof AssistantMessage said) {
        rows.add(
            new ChatEntry.Assistant(
                orEmpty(said.getText()),
                said.getToolCalls().stream()
                    .map(call -> new ToolCall(call.id(), call.name(), call.arguments()))
                    .toList()));
      } else if (message instanceof ToolResponseMessage results) {
        results
            .getResponses()
            .forEach(
                result ->
                    rows.add(
                        new ChatEntry.Result(
                            result.id(), result.name(), orEmpty(result.responseData()), false)));
      } else if (!(message instanceof SystemMessage)) {
        throw new IllegalArgumentException(
            "a message of type " + message.getMessageType() + " is not supported by Codex");
      }
    }
    return rows;
  }

  private static ChatEntry user(UserMessage message) {
    List<InputPart> parts = new ArrayList<>();
    if (!orEmpty(message.getText()).isEmpty()) {
      parts.add(new InputPart.Text(message.getText()));
    }
    for (Media media : message.getMedia()) {
      if (!media.getMimeType().getType().equals("image")) {
        throw new IllegalArgumentException(
            "media of type " + media.getMimeType() + " is not supported by Codex; images are");
      }
      parts.add(new InputPart.Image(url(media)));
    }
    return new ChatEntry.User(parts);
  }

  private static String url(Media media) {
    return media.getData() instanceof byte[] bytes
        ? "data:" + media.getMimeType() + ";base64," + Base64.getEncoder().encodeToString(bytes)
        : media.getData().toString();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
