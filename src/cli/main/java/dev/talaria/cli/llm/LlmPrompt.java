package dev.talaria.cli.llm;

import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.config.LlmConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of a call: what the model is asked besides, and in which role. */
final class LlmPrompt extends LlmSelection {

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "What the call is for, which decides which model is used. Default: default.")
  private String role = Role.DEFAULT.name();

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "The instructions that the model receives before the prompt.")
  private String system = "";

  @Parameters(
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "The prompt; '-' reads it from standard input.")
  private List<String> words;

  Role role() {
    return Role.of(role);
  }

  /** The model of each role: what was named, or else what is configured. */
  ModelSlots slots(LlmConfig read) {
    if (model() != null) {
      Map<Role, String> named = new HashMap<>();
      named.put(Role.DEFAULT, model());
      named.put(role(), model());
      return ModelSlots.of(named);
    }
    return read.slots();
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
