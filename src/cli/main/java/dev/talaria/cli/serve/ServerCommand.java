package dev.talaria.cli.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.server.CodexServer;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A command about the server of one {@code CODEX_HOME}. */
abstract class ServerCommand extends ConsoleCommand {

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  protected boolean json;

  /** What is known of a server, for {@code --json}; never its token. */
  static ObjectNode json(CodexServer server) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("running", true);
    document.put("address", server.address());
    document.put("pid", server.pid());
    document.put("version", server.version().toString());
    document.put("home", server.home().toString());
    document.put("log", server.logFile().toString());
    document.put("tokenFile", server.tokenFile().map(Path::toString).orElse(null));
    document.put("startedAt", server.startedAt().toString());
    return document;
  }

  /** The same for people. */
  final void rows(CodexServer server) {
    row("address", server.address());
    row("pid", Long.toString(server.pid()));
    row("codex", server.version().toString());
    row("home", server.home().toString());
    row("log", server.logFile().toString());
    server.tokenFile().ifPresent(token -> row("token file", token.toString()));
    out().flush();
  }

  private void row(String name, String value) {
    out().println(VisibleText.onOneLine("%-10s  %s".formatted(name, value)));
  }
}
