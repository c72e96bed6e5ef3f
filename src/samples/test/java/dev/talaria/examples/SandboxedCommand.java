package dev.talaria.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.CommandExecParams;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.service.RunningCommand;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.List;

/** A command that may write below one directory: {@code SandboxedCommand DIRECTORY SCRIPT}. */
public final class SandboxedCommand {
  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    CommandExecParams script =
        CommandExecParams.of(List.of("sh", "-c", args[1]))
            .cwd(args[0])
            .sandboxPolicy(SandboxPolicy.WorkspaceWrite.of())
            .timeoutMs(60_000L);
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      codex.files().write(directory.resolve("in.txt"), "three herons\n".getBytes(UTF_8));
      RunningCommand running =
          codex.exec().start(script, (toStderr, bytes) -> System.out.writeBytes(bytes));
      running.closeStdin();
      int exit = running.exit().join(); // after all output
      System.out.println("exit " + exit);
      codex.search().find("txt", directory).forEach(f -> System.out.println("found " + f.path()));
    }
  }
}
