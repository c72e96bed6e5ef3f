package dev.talaria.bench;

import dev.talaria.codex.AttachOptions;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A process with some sessions on a server that listens on a unix socket; runs a turn in each, says
 * so, and ends with its standard input. Arguments: the socket, the workspace, how many.
 */
final class AttachedHost {

  static final String READY = "READY";

  private AttachedHost() {}

  static Process start(Path socket, Path workspace, int sessions) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AttachedHost.class.getName(),
            socket.toString(),
            workspace.toString(),
            Integer.toString(sessions))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    SessionOptions options =
        SessionOptions.builder().cwd(Path.of(arguments[1])).sandbox(SandboxMode.READ_ONLY).build();
    Codex codex = Codex.attach(URI.create("unix://" + arguments[0]), AttachOptions.defaults());
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      CodexSession session = codex.openSession(options);
      session.runTurn("Say ok.");
    }
    System.out.println(READY);
    System.out.flush();
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }
}
