package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Deltas that wait in a mailbox: joined with their neighbours, never lost or reordered. */
class CoalescedDeltaTest {

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final SerialQueue mailbox = new SerialQueue(worker::add, 1000);
  private final List<ServerNotification> heard = new ArrayList<>();

  private boolean send(ServerNotification event) {
    return mailbox.offer(CoalescedDelta.of(event, heard::add));
  }

  private void work() {
    for (Runnable task = worker.poll(); task != null; task = worker.poll()) {
      task.run();
    }
  }

  private static ServerNotification message(String item, String text) {
    return new AgentMessageDelta("t", "u", item, text);
  }

  @Provide
  Arbitrary<List<ServerNotification>> events() {
    Arbitrary<ServerNotification> event =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.of("i1", "i2"),
                Arbitraries.of("u1", "u1", "u1", "u2"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3))
            .as(
                (kind, item, turn, text) ->
                    switch (kind) {
                      case 0 -> new Unknown("t", turn, text, MissingNode.getInstance());
                      case 1 -> new ReasoningDelta("t", turn, item, text);
                      case 2 -> new CommandOutputDelta("t", turn, item, text);
                      default -> new AgentMessageDelta("t", turn, item, text);
                    });
    return event.list().ofMaxSize(600);
  }

  @Property(tries = 300)
  void only_neighbours_of_one_item_and_kind_are_joined_and_all_else_stays(
      @ForAll @From("events") List<ServerNotification> sent,
      @ForAll @From("pauses") List<Boolean> pauses) {
    heard.clear();
    for (int i = 0; i < sent.size(); i++) {
      assertTrue(send(sent.get(i)));
      if (i % 100 == 99 && pauses.get(i / 100)) {
        work();
      }
    }
    work();
    Deque<ServerNotification> left = new ArrayDeque<>(sent);
    for (ServerNotification event : heard) {
      ServerNotification first = left.poll();
      ServerNotification told = first;
      while (!told.equals(event)) {
        ServerNotification next = left.poll();
        assertTrue(next != null, () -> "not sent: " + event);
        told = joined(told, next);
      }
    }
    assertEquals(List.of(), List.copyOf(left));
  }

  @Provide
  Arbitrary<List<Boolean>> pauses() {
    return Arbitraries.of(true, false).list().ofSize(6);
  }

  /** What two neighbours come to, if they may be joined at all. */
  private static ServerNotification joined(ServerNotification one, ServerNotification two) {
    assertSame(one.getClass(), two.getClass());
    assertEquals(one.turnId(), two.turnId());
    if (one instanceof AgentMessageDelta a && two instanceof AgentMessageDelta b) {
      assertEquals(a.itemId(), b.itemId());
      return new AgentMessageDelta("t", a.turnId(), a.itemId(), a.delta() + b.delta());
    } else if (one instanceof ReasoningDelta a && two instanceof ReasoningDelta b) {
      assertEquals(a.itemId(), b.itemId());
      return new ReasoningDelta("t", a.turnId(), a.itemId(), a.delta() + b.delta());
    } else if (one instanceof CommandOutputDelta a && two instanceof CommandOutputDelta b) {
      assertEquals(a.itemId(), b.itemId());
      return new CommandOutputDelta("t", a.turnId(), a.itemId(), a.delta() + b.delta());
    }
    throw new AssertionError("never to be joined: " + one + " and " + two);
  }

  @Example
  void a_listener_that_keeps_up_gets_each_delta_alone() {
    for (int i = 0; i < 1000; i++) {
      send(message("m", "x"));
      if (i % 60 == 59) {
        work();
      }
    }
    work();
    assertEquals(1000, heard.size());
  }

  @Example
  void a_flood_takes_no_more_places_than_a_burst() {
    for (int i = 0; i < 200_000; i++) {
      assertTrue(send(message("m", "0123456789")));
    }
    work();
    assertTrue(heard.size() < 100, "calls: " + heard.size());
    int characters = 0;
    for (ServerNotification event : heard) {
      AgentMessageDelta piece = (AgentMessageDelta) event;
      assertTrue(piece.delta().length() <= CoalescedDelta.MOST_JOINED);
      characters += piece.delta().length();
    }
    assertEquals(2_000_000, characters);
  }

  @Example
  void what_cannot_be_joined_fills_the_mailbox() {
    for (int i = 0; i < 1000; i++) {
      assertTrue(send(message("m" + i % 2, "x")));
    }
    assertFalse(send(message("m0", "x")));
    work();
    assertTrue(send(message("m0", "x")), "there is room again");
  }

  @Example
  void text_without_end_fills_the_mailbox() {
    String text = "x".repeat(CoalescedDelta.MOST_JOINED);
    int taken = 0;
    while (send(message("m", text))) {
      taken++;
    }
    assertEquals(512, taken);
    work();
    assertEquals(512, heard.size());
    assertTrue(send(message("m", text)), "there is room again");
  }
}
