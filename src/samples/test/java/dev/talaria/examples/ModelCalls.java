// spotless:off
//DEPS dev.talaria:talaria-llm:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.LoopRequest;
import dev.talaria.llm.LoopResult;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.ObjectRequest;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.session.Codex;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program of docs/llm.md. */
public final class ModelCalls {

  public record Verdict(String reason, boolean relevant) {}

  public static void main(String[] args) {
    ModelSlots models = ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.5", Role.TRIAGE, "gpt-5.4"));
    HostTool count =
        HostTool.builder("count_rows")
            .description("Counts the rows of the table of orders.")
            .run(call -> ToolResult.of("42"))
            .build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexLlmRuntime llm =
            CodexLlmRuntime.on(codex).models(models).cwd(Path.of(args[0])).build()) {
      String text = llm.generateText(TextRequest.of("Say hello")).join();
      Verdict verdict =
          llm.generateObject(
                  ObjectRequest.builder("Orders are shipped daily.", Verdict.class)
                      .role(Role.TRIAGE)
                      .system("Is this about money?")
                      .build())
              .join();
      LoopResult loop =
          llm.runAgentLoop(
                  LoopRequest.builder("How many orders are there?")
                      .tools(List.of(count))
                      .stepBudget(5)
                      .onStep(step -> System.out.println("step: " + step.name()))
                      .build())
              .join();
      System.out.println(text + ", " + verdict.relevant() + ", " + loop.finalText());
    }
  }
}
