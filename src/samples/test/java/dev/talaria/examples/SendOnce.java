package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sends a prompt once, no matter how often it is run: {@code SendOnce DIRECTORY KEY PROMPT}. */
public final class SendOnce {
  public static void main(String[] args) throws IOException {
    Path kept = Path.of(args[0], "thread-id.txt");
    SessionOptions.Builder options = SessionOptions.builder().cwd(Path.of(args[0]));
    if (Files.exists(kept)) { // a thread without a turn is not kept: then a new one is begun
      options.resume(Files.readString(kept)).history(List::of);
    }
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options.build())) {
      Files.writeString(kept, session.threadId());
      session
          .findTurn(args[1])
          .ifPresent(turn -> System.out.println("was sent before: " + turn.state()));
      TurnInput input = TurnInput.of(args[2]).once(args[1]);
      TurnResult result = session.runTurn(input, TurnListener.NONE);
      System.out.println(result.status() + ": " + result.finalText());
    }
  }
}
