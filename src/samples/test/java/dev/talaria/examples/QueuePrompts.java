package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Gives Codex two prompts at once: {@code QueuePrompts DIRECTORY FIRST SECOND}. */
public final class QueuePrompts {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(2);
    TurnListener results =
        new TurnListener() {
          @Override
          public void onCompleted(TurnResult result) {
            System.out.println(result.status() + ": " + result.finalText());
            done.countDown();
          }
        };
    SessionOptions options =
        SessionOptions.builder()
            .cwd(Path.of(args[0]))
            .listener(SessionListener.ofTurns(results)) // a queued prompt's turn is Codex's own
            .build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      session.queue().add(TurnInput.of(args[1]).key("first"));
      session.queue().add(TurnInput.of(args[2]).key("second"));
      done.await(); // a close takes out of the queue what was not begun
    }
  }
}
