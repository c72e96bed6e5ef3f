package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.nio.file.Path;

/** Gives a running turn more to think of: {@code SteerTurn DIRECTORY PROMPT MORE}. */
public final class SteerTurn {
  public static void main(String[] args) throws Exception {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      Turn turn = session.startTurn(TurnInput.of(args[1]), TurnListener.NONE);
      boolean taken =
          turn.steer(args[2]).get(); // a future: ignore it, and you never learn of a refusal
      System.out.println(turn.result().get().finalText());
      if (!taken) { // the turn was over, or cannot be steered: say it in the next one
        System.out.println(session.runTurn(args[2]).finalText());
      }
    }
  }
}
