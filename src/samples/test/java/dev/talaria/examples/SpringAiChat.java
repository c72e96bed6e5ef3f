// spotless:off
//DEPS dev.talaria:talaria-spring-ai:0.1.0-SNAPSHOT
//DEPS org.springframework.ai:spring-ai-client-chat:2.0.1
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.springai.CodexSpringChatModel;
import dev.talaria.session.Codex;
import java.time.LocalDate;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.tool.annotation.Tool;

/** Spring AI's own example of a client with tools: {@code SpringAiChat DIRECTORY QUESTION}. */
public final class SpringAiChat {

  static class DateTimeTools {
    @Tool(description = "Get the current date in the user's timezone")
    String getCurrentDate() {
      return LocalDate.of(2026, 11, 21).toString();
    }
  }

  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      ChatModel chatModel = new CodexSpringChatModel(codex); // was: injected by a starter

      String response =
          ChatClient.create(chatModel).prompt(args[1]).tools(new DateTimeTools()).call().content();
      System.out.println(response);
    }
  }
}
