package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.server.CodexServer;
import picocli.CommandLine.Command;

/** {@code talaria serve status}: the server that runs. */
@Command(
    name = "status",
    description = "Shows the running server, and whether it answers.",
    footer = {"", "Exit codes: 0 a server is running, 1 no server is running, 2 misuse."})
final class ServeStatusCommand extends FoundServerCommand {

  @Override
  int run(CodexServer server) {
    boolean ready = server.isReady();
    if (json) {
      ObjectNode document = json(server);
      document.put("ready", ready);
      print(document);
      return FINE;
    }
    rows(server);
    say(ready ? "It answers." : "It does not answer within ten seconds; see its log.");
    return FINE;
  }

  @Override
  int exitWithout() {
    return FAILED;
  }
}
