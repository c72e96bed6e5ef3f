// spotless:off
//DEPS dev.talaria:talaria-llm:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.TypedTool;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import java.nio.file.Path;
import java.util.Map;

/** Gives Codex a tool of this program: {@code FirstTool DIRECTORY PROMPT}. */
public final class FirstTool {

  public record Stock(@JsonPropertyDescription("such as A-17") String article, int wanted) {}

  private static final Map<String, Integer> SHELF = Map.of("A-17", 12, "B-04", 0);

  public static void main(String[] args) {
    HostTool stock =
        TypedTool.of("stock", Stock.class, FirstTool::look)
            .description("Checks whether an article is in stock.")
            .build();
    try (ToolBridge tools = ToolBridge.dynamic(ToolRegistry.of(stock));
        Codex codex = Codex.launch(tools.configure(CodexOptions.builder()).build());
        CodexSession session =
            codex.openSession(
                tools.configure(SessionOptions.builder().cwd(Path.of(args[0]))).build())) {
      System.out.println(session.runTurn(args[1]).finalText());
    }
  }

  private static String look(Stock stock) {
    int there = SHELF.getOrDefault(stock.article(), 0);
    System.out.println("looked for " + stock.wanted() + " of " + stock.article());
    return there >= stock.wanted() ? "in stock" : "only " + there + " in stock";
  }
}
