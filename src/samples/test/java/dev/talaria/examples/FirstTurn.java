// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;

/** Runs one prompt in one directory: {@code FirstTurn DIRECTORY PROMPT}. */
public final class FirstTurn {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      TurnResult result = session.runTurn(args[1]);
      System.out.println(result.status() + ": " + result.finalText());
      System.out.println(
          result.toolIterations() + " tool calls, " + result.duration().toSeconds() + " s");
    }
  }
}
