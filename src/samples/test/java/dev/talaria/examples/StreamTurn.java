// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.Item;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;

/**
 * Shows a turn while it runs. What you type meanwhile steers it, and "stop" interrupts it: {@code
 * StreamTurn DIRECTORY PROMPT}.
 */
public final class StreamTurn {
  public static void main(String[] args) {
    TurnListener screen =
        new TurnListener() {
          @Override
          public void onTextDelta(String itemId, String delta) {
            System.out.print(delta);
          }

          @Override
          public void onItemCompleted(Item item) {
            System.out.println(" [" + item.type() + "]");
          }
        };
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      Turn turn = session.startTurn(TurnInput.of(args[1]), screen);
      BufferedReader typed = new BufferedReader(new InputStreamReader(System.in));
      Thread keyboard = new Thread(() -> typed.lines().forEach(line -> type(turn, line)));
      keyboard.setDaemon(true);
      keyboard.start();
      System.out.println(turn.await().status());
    }
  }

  private static void type(Turn turn, String typed) {
    if (typed.equals("stop")) {
      turn.interrupt();
    } else {
      turn.steer(typed).thenAccept(taken -> System.out.println(taken ? "(steered)" : "(too late)"));
    }
  }
}
