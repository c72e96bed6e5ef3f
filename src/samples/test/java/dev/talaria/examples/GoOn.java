// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Continues with the conversation of its last run: {@code GoOn DIRECTORY PROMPT}. */
public final class GoOn {
  public static void main(String[] args) throws IOException {
    Path kept = Path.of(args[0], "thread-id.txt");
    SessionOptions.Builder options = SessionOptions.builder().cwd(Path.of(args[0]));
    if (Files.exists(kept)) {
      options.resume(Files.readString(kept));
    }
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options.build())) {
      session
          .resumed()
          .flatMap(report -> report.lastTurn())
          .ifPresent(turn -> System.out.println("the last turn is " + turn.status()));
      Files.writeString(kept, session.threadId());
      System.out.println(session.runTurn(args[1]).finalText());
    }
  }
}
