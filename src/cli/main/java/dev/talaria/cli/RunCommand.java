package dev.talaria.cli;

import dev.talaria.session.TurnInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code talaria run}: each prompt is one turn of the same session. */
@Command(name = "run", description = "Runs prompts on Codex, each as one turn of the same session.")
final class RunCommand extends SessionCommand {

  @Parameters(
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "What to do; '-' reads one prompt from standard input.")
  private List<String> prompts;

  @Override
  List<Start> starts() throws IOException {
    if (prompts.stream().filter("-"::equals).count() > 1) {
      throw new IllegalArgumentException("'-' can be given once: standard input is read once");
    }
    List<Start> starts = new ArrayList<>();
    for (String prompt : prompts) {
      String text =
          prompt.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : prompt;
      TurnInput input = TurnInput.of(text);
      starts.add((session, listener) -> session.startTurn(input, listener));
    }
    return starts;
  }
}
