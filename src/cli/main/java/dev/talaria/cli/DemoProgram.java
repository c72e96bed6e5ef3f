package dev.talaria.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the user's, or a shell, whose Codex has the scripted model and a home of its own.
 * For one thread; what the program started by Talaria has ended when it returns.
 */
final class DemoProgram {

  /** The tool of step 4 of docs/start.md. */
  private static final String TOOL = "stock";

  private DemoProgram() {}

  /**
   * Runs it on this process's own terminal.
   *
   * @return its exit code
   */
  static int run(CodexExecutable codex, List<String> command)
      throws IOException, InterruptedException {
    try (ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().putAll(home.environment());
      builder.environment().put(CodexExecutable.VARIABLE, codex.path().toString());
      Process program = builder.start();
      Thread atExit =
          new Thread(
              () -> {
                program.destroy();
                stopServer(home);
              });
      Runtime.getRuntime().addShutdownHook(atExit);
      int exit = program.waitFor();
      Runtime.getRuntime().removeShutdownHook(atExit);
      stopServer(home);
      return exit;
    }
  }

  private static void stopServer(ScratchCodexHome home) {
    CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
  }

  /** One call for each prompt, by what the programs of docs/start.md are about; then its output. */
  private static ModelScript script() {
    return ModelScript.builder().repeat().respond(DemoProgram::answer).build();
  }

  private static Reply answer(ModelRequest request) {
    if (request.hasOutputSincePrompt()) {
      return Reply.text("I got back: " + lastOutput(request));
    } else if (request.json().contains("\"name\":\"" + TOOL + '"')) {
      return Reply.of(OutputItem.call(TOOL, Map.of("article", "A-17", "wanted", 3)));
    } else if (request.latestPrompt().contains("write")) {
      return Reply.of(OutputItem.escalatedCommand("echo ran >> ran.txt && echo written"));
    }
    return Reply.of(OutputItem.call("exec_command", Map.of("cmd", "ls")));
  }

  /** Behind what Codex puts before the output of a command. */
  private static String lastOutput(ModelRequest request) {
    JsonNode input = request.body().path("input");
    String callId = input.path(input.size() - 1).path("call_id").asText();
    String output = request.outputOf(callId).orElse("");
    String mark = "Output:\n";
    int start = output.indexOf(mark);
    return (start < 0 ? output : output.substring(start + mark.length())).strip();
  }
}
