// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs prompts at the same time, each in a thread of its own: {@code RunMany DIR PROMPT...}. */
public final class RunMany {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (CodexPool pool = CodexPool.launch(CodexOptions.defaults(), new PoolOptions(2, 16))) {
      List<CompletableFuture<String>> answers =
          List.of(args).stream().skip(1).map(prompt -> answer(pool, options, prompt)).toList();
      answers.forEach(answer -> System.out.println(answer.join())); // in the order of the prompts
    }
  }

  private static CompletableFuture<String> answer(
      CodexPool pool, SessionOptions options, String prompt) {
    CodexSession session = pool.openSession(options);
    return session
        .startTurn(TurnInput.of(prompt), TurnListener.NONE)
        .result()
        .thenApplyAsync(
            result -> {
              session.close();
              return prompt + " -> " + result.status() + ": " + result.finalText();
            });
  }
}
