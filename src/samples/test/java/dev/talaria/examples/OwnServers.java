package dev.talaria.examples;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.ScopedServers;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;

/** One session with the host's MCP servers: {@code OwnServers DIRECTORY HOST_YAML PROMPT}. */
public final class OwnServers {
  public static void main(String[] args) {
    CodexExecutable found = CodexExecutable.locate(CodexOptions.defaults());
    HostConfig host = HostConfig.read(Path.of(args[1]));
    ScopedServers servers = ScopedServers.of(host, found.version().toString());
    servers.errors().forEach(System.err::println);
    CodexOptions options = CodexOptions.builder().secretEnvironment(servers.environment()).build();
    SessionOptions mine =
        SessionOptions.builder().cwd(Path.of(args[0])).config(servers.config()).build();
    try (Codex codex = Codex.launch(options);
        CodexSession session = codex.openSession(mine)) {
      System.out.println(session.runTurn(args[2]).finalText());
    }
  }
}
