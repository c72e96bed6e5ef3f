package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.session.CodexSession;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many methods an event passes in a session's mailbox; the reader's are before it. */
@Timeout(60)
class EventPathTest {

  /** RpcPeer.deliver, ThreadRouter.notification and ThreadSession.notification. */
  private static final int OF_THE_READER = 3;

  private static final int MOST = 8;

  @TempDir Path workspace;

  /** Those of Talaria's that hand an event on, without guard, context and queue around them. */
  private static List<String> passed() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().startsWith("dev.talaria."))
                    .filter(frame -> !frame.getMethodName().contains("lambda$"))
                    .filter(frame -> !frame.getClassName().contains("EventPathTest"))
                    .filter(frame -> !frame.getClassName().endsWith("base.Guard"))
                    .filter(frame -> !frame.getMethodName().equals("within"))
                    .filter(
                        frame ->
                            !frame
                                .getClassName()
                                .matches(".*(SerialQueue|Threads?|CoalescedDelta)$"))
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .toList());
  }

  @Test
  void an_event_passes_at_most_eight_methods_on_its_way_to_the_listener() throws Exception {
    CompletableFuture<List<String>> ofDelta = new CompletableFuture<>();
    TurnListener looks =
        new TurnListener() {
          @Override
          public void onTextDelta(String itemId, String delta) {
            ofDelta.complete(passed());
          }
        };
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("hello"));
        CodexSession session = lab.codex.openSession(lab.options().build())) {
      session.runTurn(TurnInput.of("go"), looks);
      List<String> path = ofDelta.get(60, TimeUnit.SECONDS);
      assertTrue(path.size() + OF_THE_READER <= MOST, () -> "" + path);
    }
  }
}
