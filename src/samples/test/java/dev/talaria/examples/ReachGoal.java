package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.transcript.Message;
import java.nio.file.Path;
import java.time.Duration;

/** Has Codex work until a goal is reached: {@code ReachGoal DIRECTORY OBJECTIVE}. */
public final class ReachGoal {
  public static void main(String[] args) {
    TurnListener messages = // receives all turns that Codex starts by itself
        new TurnListener() {
          @Override
          public void onMessage(Message message) {
            if (message instanceof Message.Assistant said && !said.content().isEmpty()) {
              System.out.println(said.content());
            }
          }
        };
    SessionOptions options =
        SessionOptions.builder()
            .cwd(Path.of(args[0]))
            .sandbox(SandboxMode.WORKSPACE_WRITE)
            .goals(true) // without it the model is offered none, and goal(...) is refused
            .listener(SessionListener.ofTurns(messages))
            .build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      GoalOptions limits =
          GoalOptions.defaults().tokenBudget(2_000_000).timeout(Duration.ofHours(1));
      GoalRun run = session.goal(args[1], limits);
      GoalEnd end = run.await();
      System.out.println(end.reason() + " after " + run.turns().size() + " turns");
    }
  }
}
