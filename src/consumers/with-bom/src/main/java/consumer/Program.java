package consumer;

import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.ObjectRequest;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Turn, tool and object with the versions of the BOM. */
public final class Program {

  public record Person(String name, int age) {}

  public static void main(String[] args) {
    List<String> todos = new CopyOnWriteArrayList<>();
    HostTool todo =
        HostTool.builder("todo")
            .description("Adds one entry to the list of what is to be done.")
            .parameters(
                """
                {"type": "object", "properties": {"add": {"type": "string"}}, "required": ["add"]}
                """)
            .run(
                call -> {
                  todos.add(call.text("add").orElseThrow());
                  return ToolResult.of(todos.size() + " open");
                })
            .build();
    try (ToolBridge bridge = ToolBridge.dynamic(ToolRegistry.of(todo));
        Codex codex = Codex.launch(bridge.configure(CodexOptions.builder()).build());
        CodexLlmRuntime llm = CodexLlmRuntime.on(codex).cwd(Path.of(args[0])).build()) {
      SessionOptions options =
          bridge.configure(SessionOptions.builder().cwd(Path.of(args[0]))).build();
      try (CodexSession session = codex.openSession(options)) {
        System.out.println("turn: " + session.runTurn("Say hello").finalText());
        System.out.println("tool: " + session.runTurn("Note the milk").finalText() + " " + todos);
      }
      System.out.println(
          "object: "
              + llm.generateObject(ObjectRequest.builder("Who is Ada?", Person.class).build())
                  .join());
    }
  }
}
