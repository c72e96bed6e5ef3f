package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.StoredThread;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ForkOptions;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;

/** Asks again as if a turn had not been: {@code TryAgain DIRECTORY FIRST SECOND INSTEAD}. */
public final class TryAgain {
  public static void main(String[] args) {
    SessionOptions.Builder options = SessionOptions.builder().cwd(Path.of(args[0]));
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      StoredThread copy;
      try (CodexSession session = codex.openSession(options.build())) {
        session.runTurn(args[1]);
        String second = session.runTurn(args[2]).turnId();
        copy = codex.threads().fork(session.threadId(), ForkOptions.all().before(second));
      }
      try (CodexSession session = codex.openSession(options.resume(copy.id()).build())) {
        System.out.println(session.runTurn(args[3]).finalText());
      }
    }
  }
}
