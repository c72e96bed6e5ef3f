package dev.talaria.cli.host;

import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.mcp.StdioToolServer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria tools-mcp}: the host's tools for Codex, by MCP on standard input and output. */
@Command(
    name = "tools-mcp",
    description = "Serves the host's tools over MCP on standard input and output.",
    footer = {
      "",
      "Exit codes: 0 at the end of input or Ctrl-C, 1 after a crash, 2 misuse.",
    })
public final class ToolsMcpCommand extends ConsoleCommand {

  /** Held, because the JDK collects loggers that are not. */
  private static final Logger OWN_LOGGER = Logger.getLogger("dev.talaria");

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description = "A YAML file whose 'tools' are served in addition to those on the class path.")
  private Path hostConfig;

  @Option(
      names = {"-v", "--verbose"},
      description = "Logs to standard error.")
  private boolean verbose;

  @Override
  public Integer call() throws IOException {
    // Any other print to standard output from here on would break the session.
    System.setOut(System.err);
    if (verbose) {
      OWN_LOGGER.setLevel(Level.INFO);
    }
    ToolRegistry tools = ToolRegistry.provided().reachingAnywhere();
    tools = tools.with(HostSettings.tools(hostConfig));
    if (tools.all().isEmpty()) {
      say("talaria: no tools: give --host-config, or a ToolProvider on the class path");
    } else if (verbose) {
      say("talaria: serves " + tools);
    }
    Interrupts.onFirst(() -> new Thread(() -> System.exit(FINE), "talaria-exit").start());
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    StdioToolServer.serve(tools, System.in, out);
    return FINE;
  }
}
