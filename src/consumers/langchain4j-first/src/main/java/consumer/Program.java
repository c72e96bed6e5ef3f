package consumer;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.UserMessage;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.langchain4j.CodexChatModel;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;

/** Turn, tool and object where LangChain4j's libraries come first. */
public final class Program {

  record Person(String name, int age) {}

  static class Calculator {
    @Tool("Adds two numbers")
    int add(int a, int b) {
      return a + b;
    }
  }

  interface Assistant {
    String chat(String message);
  }

  interface Reader {
    @UserMessage("Who is {{it}}?")
    Person person(String name);
  }

  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexChatModel model = new CodexChatModel(codex)) {
      try (CodexSession session =
          codex.openSession(SessionOptions.builder().cwd(Path.of(args[0])).build())) {
        System.out.println("turn: " + session.runTurn("Say hello").finalText());
      }
      Assistant assistant =
          AiServices.builder(Assistant.class).chatModel(model).tools(new Calculator()).build();
      System.out.println("tool: " + assistant.chat("What is 2 + 3?"));
      Reader reader = AiServices.create(Reader.class, model);
      System.out.println("object: " + reader.person("Ada"));
    }
  }
}
