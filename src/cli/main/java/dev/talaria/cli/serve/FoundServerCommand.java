package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.server.CodexServer;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command about a server that may run; it starts none, and needs no Codex. */
abstract class FoundServerCommand extends ServerCommand {

  @Option(
      names = "--codex-home",
      paramLabel = "DIR",
      description = "The home of the server. Default: $CODEX_HOME, or else ~/.codex.")
  private Path codexHome;

  @Override
  public final Integer call() {
    Path home = CodexPlace.home(codexHome, System.getenv());
    Optional<CodexServer> found = CodexServer.find(home);
    if (found.isPresent()) {
      return run(found.get());
    }
    if (json) {
      print(JsonNodeFactory.instance.objectNode().put("running", false));
    } else {
      say("No server runs in " + home + ".");
    }
    return exitWithout();
  }

  /** Does what was asked for with the server that runs. */
  abstract int run(CodexServer server);

  /** The exit code where none runs. */
  abstract int exitWithout();
}
