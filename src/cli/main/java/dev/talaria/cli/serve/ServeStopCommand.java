package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.server.CodexServer;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria serve stop}: ends the server that runs. */
@Command(
    name = "stop",
    description =
        "Ends the running server and everything that it started. Does nothing if no"
            + " server is running.",
    footer = {
      "",
      "Exit codes: 0 no server is running now, 1 the server could not be ended, 2" + " misuse."
    })
final class ServeStopCommand extends FoundServerCommand {

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description = "How long a running turn may continue. Default: 10s.")
  private Duration grace = CodexServer.DEFAULT_GRACE;

  @Override
  int run(CodexServer server) {
    server.stop(grace);
    if (json) {
      print(JsonNodeFactory.instance.objectNode().put("running", false).put("pid", server.pid()));
    } else {
      say("Process " + server.pid() + " has ended.");
    }
    return FINE;
  }

  @Override
  int exitWithout() {
    return FINE;
  }
}
