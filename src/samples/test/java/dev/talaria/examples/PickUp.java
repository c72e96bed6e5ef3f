package dev.talaria.examples;

import dev.talaria.codex.AttachOptions;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Begins a turn and ends before it does; the next run shows the result: {@code PickUp DIRECTORY
 * PROMPT}.
 */
public final class PickUp {
  public static void main(String[] args) throws Exception {
    Path kept = Path.of(args[0], "thread-id.txt");
    boolean first = Files.notExists(kept);
    SessionOptions.Builder options = SessionOptions.builder().cwd(Path.of(args[0]));
    if (!first) {
      options.resume(Files.readString(kept));
    }
    try (Codex codex = Codex.attachOrStart(ServerOptions.defaults(), AttachOptions.defaults());
        CodexSession session = codex.openSession(options.build())) {
      Files.writeString(kept, session.threadId());
      CompletableFuture<String> begun = new CompletableFuture<>();
      TurnListener listener =
          new TurnListener() {
            @Override
            public void onStarted(String turnId) {
              begun.complete(turnId);
            }
          };
      Turn turn = session.startTurn(TurnInput.of(args[1]).once("the-task"), listener);
      if (first) {
        begun.get();
        System.out.println("it continues without this program");
      } else {
        System.out.println(turn.await().finalText());
      }
    }
  }
}
