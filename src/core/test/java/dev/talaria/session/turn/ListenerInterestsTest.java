package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.DeltaLine;
import dev.talaria.session.listener.TurnListener;
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

  private static final class Messages implements TurnListener {
    @Override
    public void onTextDelta(String itemId, String delta) {}
  }

  private abstract static class AbstractListener implements TurnListener {
    @Override
    public void onCommandOutput(String itemId, String delta) {}
  }
}
