package dev.talaria.cli.llm;

import dev.talaria.llm.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the model is asked, and in which role. */
final class LlmPrompt {

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "What the call is for, which decides about the model. Default: default.")
  private String role = Role.DEFAULT.name();

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "What the model is told before the prompt.")
  private String system = "";

  @Parameters(
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "The prompt; '-' reads it from standard input.")
  private List<String> words;

  Role role() {
    return Role.of(role);
  }

  String system() {
    return system;
  }

  /** The prompt, of which {@code -} means all of standard input. */
  String text() throws IOException {
    String prompt = String.join(" ", words);
    return prompt.equals("-")
        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
        : prompt;
  }
}
