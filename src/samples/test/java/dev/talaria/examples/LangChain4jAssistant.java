// spotless:off
//DEPS dev.talaria:talaria-langchain4j:0.1.0-SNAPSHOT
//DEPS dev.langchain4j:langchain4j:1.19.0
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.langchain4j.CodexChatModel;
import dev.talaria.session.Codex;

/** LangChain4j's own example of a service with tools: {@code LangChain4jAssistant DIR QUESTION}. */
public final class LangChain4jAssistant {

  interface Assistant {
    String chat(String userMessage);
  }

  static class Calculator {
    @Tool("Calculates the length of a string")
    int stringLength(String s) {
      return s.length();
    }

    @Tool("Calculates the sum of two numbers")
    int add(int a, int b) {
      return a + b;
    }
  }

  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      ChatModel model = new CodexChatModel(codex); // was: OpenAiChatModel.builder()…build()

      Assistant assistant =
          AiServices.builder(Assistant.class).chatModel(model).tools(new Calculator()).build();
      System.out.println(assistant.chat(args[1]));
    }
  }
}
