package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolResult;
import dev.talaria.tools.mcp.LoopbackToolServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets Codex keep the program's own list: {@code OfferTools DIRECTORY PROMPT dynamic|loopback}. */
public final class OfferTools {
  public static void main(String[] args) {
    List<String> todos = new CopyOnWriteArrayList<>(); // the state of the host
    HostTool todo =
        HostTool.builder("todo")
            .description("Adds one entry to the list of what is to be done.")
            .parameters(
                """
                {"type": "object",
                 "properties": {"add": {"type": "string", "description": "The entry."}},
                 "required": ["add"]}
                """)
            .timeLimit(Duration.ofSeconds(30))
            .run(
                call -> {
                  todos.add(call.text("add").orElseThrow());
                  return ToolResult.of(todos.size() + " open");
                })
            .build();
    ToolRegistry tools = ToolRegistry.of(todo);
    try (ToolBridge bridge =
            args[2].equals("dynamic")
                ? ToolBridge.dynamic(tools)
                : LoopbackToolServer.bridge("agent", tools);
        Codex codex = Codex.launch(bridge.configure(CodexOptions.builder()).build());
        CodexSession session =
            codex.openSession(
                bridge.configure(SessionOptions.builder().cwd(Path.of(args[0]))).build())) {
      System.out.println(session.runTurn(args[1]).finalText());
      System.out.println(todos);
    }
  }
}
