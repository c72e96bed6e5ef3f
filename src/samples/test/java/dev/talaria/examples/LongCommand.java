package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;
import java.time.Duration;

/** Waits for what a turn leaves running: {@code LongCommand DIRECTORY PROMPT}. */
public final class LongCommand {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    CodexSession session;
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      session = codex.openSession(options);
      TurnResult result = session.runTurn(args[1]);
      System.out.println(result.status() + ": " + result.finalText());
      result.runningCommands().forEach(each -> System.out.println("still runs: " + each.command()));
      session.awaitCommands(Duration.ofMinutes(10)); // without it the close below ends them
    }
    session
        .closed()
        .orElseThrow()
        .endedCommands()
        .forEach(each -> System.err.println("ended: " + each));
  }
}
