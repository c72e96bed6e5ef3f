package dev.talaria.examples;

import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;

/** Finds the server of the user's CODEX_HOME, or starts one that continues after this program. */
public final class SharedServer {
  public static void main(String[] args) {
    CodexServer server = CodexServer.startOrFind(ServerOptions.defaults());
    System.out.println(server.address() + ", process " + server.pid());
    System.out.println(server.isReady() ? "it answers" : "see " + server.logFile());
  }
}
