package consumer;

import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.springai.CodexSpringChatModel;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import org.springframework.ai.chat.client.AdvisorParams;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.StructuredOutputValidationAdvisor;
import org.springframework.ai.tool.annotation.Tool;

/** Turn, tool and object where Spring AI's libraries come first. */
public final class Program {

  record Person(String name, int age) {}

  static class Calculator {
    @Tool(description = "Adds two numbers")
    int add(int a, int b) {
      return a + b;
    }
  }

  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSpringChatModel model = new CodexSpringChatModel(codex)) {
      try (CodexSession session =
          codex.openSession(SessionOptions.builder().cwd(Path.of(args[0])).build())) {
        System.out.println("turn: " + session.runTurn("Say hello").finalText());
      }
      ChatClient client = ChatClient.create(model);
      System.out.println(
          "tool: " + client.prompt("What is 2 + 3?").tools(new Calculator()).call().content());
      System.out.println(
          "object: "
              + client
                  .prompt("Who is Ada?")
                  .advisors(AdvisorParams.ENABLE_NATIVE_STRUCTURED_OUTPUT)
                  .call()
                  .entity(Person.class));
      System.out.println(
          "object that Spring AI checks: "
              + client
                  .prompt("Who is Bob?")
                  .advisors(
                      StructuredOutputValidationAdvisor.builder().outputType(Person.class).build())
                  .call()
                  .entity(Person.class));
    }
  }
}
