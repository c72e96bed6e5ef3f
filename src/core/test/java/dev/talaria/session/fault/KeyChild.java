package dev.talaria.session.fault;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadGoneException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The host that is killed: asks what became of the key that its predecessor was killed with, then
 * sends the next one.
 *
 * <p>Arguments: Codex, its home, the workspace, the thread or {@code -} for a new one, the
 * predecessor's key or {@code -}, the next key or {@code -} for none, {@code fresh} for a new
 * thread for that one, and Codex's environment as {@code NAME=VALUE}. It ends when its standard
 * input does, so that none survives the test.
 */
final class KeyChild {

  static final String THREAD = "THREAD ";
  static final String AGAIN = "AGAIN ";
  static final String ENDED = "ENDED ";
  static final String SEND = "SEND";
  static final String TAKEN = "TAKEN";
  static final String HAD_TAKEN = "had-taken";

  private final Codex codex;
  private final Path workspace;

  private KeyChild(Codex codex, Path workspace) {
    this.codex = codex;
    this.workspace = workspace;
  }

  public static void main(String[] arguments) throws Exception {
    Thread guard = new Thread(KeyChild::endWithTheTest);
    guard.setDaemon(true);
    guard.start();
    Map<String, String> environment = new HashMap<>();
    for (int i = 7; i < arguments.length; i++) {
      String[] each = arguments[i].split("=", 2);
      environment.put(each[0], each[1]);
    }
    CodexOptions options =
        CodexOptions.builder()
            .executable(Path.of(arguments[0]))
            .codexHome(Path.of(arguments[1]))
            .environment(environment)
            .build();
    try (Codex codex = Codex.launch(options)) {
      new KeyChild(codex, Path.of(arguments[2]))
          .run(arguments[3], arguments[4], arguments[5], arguments[6].equals("fresh"));
    }
  }

  private static void endWithTheTest() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(3);
  }

  static String prompt(String key) {
    return "prompt <" + key + ">";
  }

  private void run(String threadId, String pending, String next, boolean fresh) throws Exception {
    CodexSession session = open(threadId);
    if (!pending.equals("-")) {
      Taken taken = new Taken(false);
      TurnResult result = send(session, pending, taken).result().get(60, TimeUnit.SECONDS);
      say(AGAIN + pending + " " + result.status() + " " + taken.how + " " + result.error());
    }
    if (fresh || next.equals("-")) {
      TurnResult last = session.runTurn("the end");
      say(ENDED + session.threadId() + " " + last.status());
      session.close();
      if (next.equals("-")) {
        return;
      }
      session = open("-");
    }
    say(THREAD + session.threadId());
    say(SEND);
    send(session, next, new Taken(true)).await();
    Thread.currentThread().join();
  }

  private static Turn send(CodexSession session, String key, Taken taken) {
    return session.startTurn(TurnInput.of(prompt(key)).once(key), taken);
  }

  /** A thread whose first prompt was not taken is not there. */
  private CodexSession open(String threadId) {
    if (!threadId.equals("-")) {
      try {
        return codex.openSession(options().resume(threadId).build());
      } catch (ThreadGoneException gone) {
        say("GONE " + gone.getMessage());
      }
    }
    return codex.openSession(options().build());
  }

  private SessionOptions.Builder options() {
    return SessionOptions.builder().cwd(workspace).turnTimeout(Duration.ofSeconds(60));
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Learns how the turn was begun. */
  private static final class Taken implements TurnListener {
    private final boolean tells;
    private volatile String how = "never";

    Taken(boolean tells) {
      this.tells = tells;
    }

    @Override
    public void onStateChanged(TurnState from, TurnState to, String reason) {
      if (to == TurnState.RUNNING) {
        how = reason.equals("Codex had taken it") ? HAD_TAKEN : "sent-again";
        if (tells) {
          say(TAKEN);
        }
      }
    }
  }
}
