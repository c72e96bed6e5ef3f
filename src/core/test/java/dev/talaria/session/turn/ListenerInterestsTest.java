package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.listener.TurnListener;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a listener wants is told by its class. */
class ListenerInterestsTest {

  @Test
  void a_listener_is_asked_for_by_the_methods_that_it_has() {
    assertEquals(Set.of(), ListenerInterests.of(TurnListener.NONE));
    assertEquals(Set.of(DeltaLine.Kind.MESSAGE), ListenerInterests.of(new Messages()));
    assertEquals(
        Set.of(DeltaLine.Kind.values()),
        ListenerInterests.of(
            new TurnListener() {
              @Override
              public void onNotification(ServerNotification notification) {}
            }));
    class Verbose extends AbstractListener {}
    assertEquals(Set.of(DeltaLine.Kind.COMMAND_OUTPUT), ListenerInterests.of(new Verbose()));
  }

  /** Each delta asks, also those that nobody listens to. */
  @Test
  void the_question_who_wants_a_delta_costs_next_to_no_memory() {
    TurnListeners listeners = new TurnListeners("thread", new Messages());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int times = 10_000;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        assertFalse(listeners.want(DeltaLine.Kind.REASONING));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < 100L * times, least / times + " bytes for a delta");
  }

  private static final class Messages implements TurnListener {
    @Override
    public void onTextDelta(String itemId, String delta) {}
  }

  private abstract static class AbstractListener implements TurnListener {
    @Override
    public void onCommandOutput(String itemId, String delta) {}
  }
}
