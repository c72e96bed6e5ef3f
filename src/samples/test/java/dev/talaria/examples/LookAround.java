package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.McpServerStatus;
import dev.talaria.protocol.v2.Model;
import dev.talaria.protocol.v2.ReasoningEffortOption;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.List;

/** What a session in a directory would have: {@code LookAround DIRECTORY}. */
public final class LookAround {
  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      for (Model model : codex.models().list()) {
        List<String> efforts =
            model.supportedReasoningEfforts().stream()
                .map(ReasoningEffortOption::reasoningEffort)
                .toList();
        System.out.println((model.isDefault() ? "* " : "  ") + model.id() + " " + efforts);
      }
      for (McpServerStatus server : codex.mcp().servers()) {
        System.out.println(server.name() + ": " + server.tools().size() + " tools");
        server.toolsError().ifPresent(System.out::println);
      }
      codex
          .skills()
          .list(directory)
          .forEach(
              found ->
                  found.skills().forEach(skill -> System.out.println("skill " + skill.name())));
    }
  }
}
