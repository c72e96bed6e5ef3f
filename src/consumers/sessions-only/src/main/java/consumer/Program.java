package consumer;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;

/** A turn of a program that has the sessions only. */
public final class Program {
  public static void main(String[] args) {
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session =
            codex.openSession(SessionOptions.builder().cwd(Path.of(args[0])).build())) {
      TurnResult turn = session.runTurn("Say hello");
      System.out.println("turn: " + turn.status() + ", " + turn.finalText());
    }
  }
}
