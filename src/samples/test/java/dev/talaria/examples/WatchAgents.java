package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.SubAgent;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.nio.file.Path;

/** Shows who works for a turn: {@code WatchAgents DIRECTORY PROMPT}. */
public final class WatchAgents {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      Turn turn = session.startTurn(TurnInput.of(args[1]), new Progress());
      System.out.println(turn.await().finalText());
      turn.subAgents().forEach(agent -> show(agent, "  "));
    }
  }

  /** Is notified of the agents at every depth. */
  private static final class Progress implements TurnListener {
    @Override
    public TurnListener onSubAgent(SubAgent agent) {
      System.out.println("begun: " + agent.label());
      return this;
    }
  }

  private static void show(SubAgent agent, String indent) {
    agent.end().join(); // one that still works would end with the session
    int rows = agent.messages().size();
    System.out.println(indent + agent.label() + ": " + agent.state() + ", " + rows + " rows");
    agent.subAgents().forEach(nested -> show(nested, indent + "  "));
  }
}
