package dev.talaria.session.fault;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.AttachOptions;
import dev.talaria.protocol.Item;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A host that decides on an approval when it is told to. Arguments: the server's address, the
 * workspace, whether it allows, and the thread, if there is one. Each line of its standard input is
 * the prompt of a turn, or {@link #DECIDE}; it ends with its standard input.
 */
final class RaceChild {

  static final String THREAD = "THREAD ";
  static final String ASKED = "ASKED";
  static final String DECIDE = "DECIDE";

  /** Then who decided, how the command has ended, and the turn with all of its transcript. */
  static final String ENDED = "ENDED ";

  private RaceChild() {}

  public static void main(String[] arguments) throws Exception {
    ApprovalDecision mine =
        arguments[2].equals("allow") ? ApprovalDecision.allow() : ApprovalDecision.decline();
    Deque<CompletableFuture<ApprovalDecision>> open = new ConcurrentLinkedDeque<>();
    List<String> deciders = new CopyOnWriteArrayList<>();
    Told told = new Told(deciders);
    SessionOptions.Builder options =
        AttachChild.options(
                Path.of(arguments[1]),
                request -> {
                  CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();
                  open.add(decision);
                  say(ASKED);
                  return decision;
                })
            .audit(outcome -> deciders.add(outcome.decider().name()))
            .listener(told);
    Codex codex = Codex.attach(URI.create(arguments[0]), AttachOptions.defaults());
    CodexSession session =
        codex.openSession(
            arguments.length > 3 ? options.resume(arguments[3]).build() : options.build());
    if (arguments.length == 3) {
      session.runTurn("the first turn");
    }
    say(THREAD + session.threadId());
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(DECIDE)) {
          // One that the other has decided already is cancelled.
          open.remove().complete(mine);
        } else {
          told.onTurn(session.startTurn(TurnInput.of(line), told));
        }
      }
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(3);
  }

  private static void say(String line) {
    System.out.println(line.replace("\n", "\\n"));
    System.out.flush();
  }

  /** Says how a turn and its command end, whoever has started it. */
  private static final class Told implements SessionListener, TurnListener {

    private final List<String> deciders;
    private volatile String command = "";

    Told(List<String> deciders) {
      this.deciders = deciders;
    }

    @Override
    public TurnListener onTurn(Turn turn) {
      turn.result().thenAccept(this::ended);
      return this;
    }

    @Override
    public void onItemCompleted(Item item) {
      if (item instanceof Item.CommandExecution done) {
        command = done.status();
      }
    }

    private void ended(TurnResult result) {
      String decider = String.join(",", deciders);
      deciders.clear();
      say(ENDED + decider + " " + command + " " + result.status() + result.messages());
    }
  }
}
