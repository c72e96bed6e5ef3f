package dev.talaria.viewer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.StoredItem;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.result.Page;
import dev.talaria.viewer.model.SessionModel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads a stored thread and those of its sub-agents through Codex. Belongs to one thread, which
 * waits for Codex.
 */
public final class StoredSession {

  private static final int PAGE = 100;

  private final CodexThreads threads;
  private final SessionModel model;
  private final Deque<String> agents = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  private StoredSession(CodexThreads threads, SessionModel model) {
    this.threads = threads;
    this.model = model;
  }

  /** Reads the thread into the model. */
  public static void read(CodexThreads threads, String threadId, SessionModel model) {
    StoredSession session = new StoredSession(threads, model);
    session.mention(threadId);
    model.described(threads.read(threadId).raw());
    while (!session.agents.isEmpty()) {
      session.thread(session.agents.remove());
    }
  }

  private void mention(String threadId) {
    if (!threadId.isEmpty() && seen.add(threadId)) {
      agents.add(threadId);
    }
  }

  private void thread(String id) {
    List<ThreadTurn> turns = turns(id, false);
    Reading reading = new Reading(id, turns.iterator());
    try {
      Page<StoredItem> page = threads.items(id, PAGE, null);
      reading.items(page.entries());
      while (page.nextCursor().isPresent()) {
        page = threads.items(id, PAGE, page.nextCursor().get());
        reading.items(page.entries());
      }
    } catch (TalariaException e) {
      if (reading.begun()) {
        throw e;
      }
      // An older Codex, or a thread of one: its turns have what it kept.
      new Reading(id, turns(id, true).iterator()).turns();
      return;
    }
    reading.turns();
  }

  /** The oldest first. */
  private List<ThreadTurn> turns(String id, boolean whole) {
    List<ThreadTurn> turns = new ArrayList<>();
    String cursor = null;
    do {
      Page<ThreadTurn> page =
          whole ? threads.turns(id, PAGE, cursor) : threads.turnOutlines(id, PAGE, cursor);
      turns.addAll(page.entries());
      cursor = page.nextCursor().orElse(null);
    } while (cursor != null);
    Collections.reverse(turns);
    return turns;
  }

  /** The turns of one thread, one after another. */
  private final class Reading {

    private final String thread;
    private final Iterator<ThreadTurn> rest;
    private ThreadTurn turn;
    private boolean begun;

    Reading(String thread, Iterator<ThreadTurn> rest) {
      this.thread = thread;
      this.rest = rest;
    }

    boolean begun() {
      return begun;
    }

    void items(List<StoredItem> items) {
      for (StoredItem item : items) {
        begun = true;
        while (rest.hasNext() && (turn == null || !turn.id().equals(item.turnId()))) {
          next();
        }
        item.completedAt().or(item::startedAt).map(Instant::toEpochMilli).ifPresent(model::at);
        complete(item.turnId(), item.item());
      }
    }

    /** What is left, with the items that the turns have themselves. */
    void turns() {
      while (rest.hasNext()) {
        next();
        turn.items().forEach(item -> complete(turn.id(), item));
      }
      end();
    }

    private void next() {
      end();
      turn = rest.next();
      JsonNode started = turn.raw().path("startedAt");
      if (started.isNumber()) {
        model.at(started.asLong() * 1000);
      }
      tell("turn/started", turn.raw());
    }

    private void end() {
      if (turn == null) {
        return;
      }
      JsonNode ended = turn.raw().path("completedAt");
      if (ended.isNumber()) {
        // To the second; an item may have ended later in it.
        model.atLeast(ended.asLong() * 1000);
      }
      tell("turn/completed", turn.raw());
      turn = null;
    }

    private void tell(String method, JsonNode told) {
      ObjectNode params = WireJson.mapper().createObjectNode().put("threadId", thread);
      params.set("turn", told);
      model.told(ServerNotification.of(method, params));
    }

    private void complete(String turnId, Item item) {
      model.told(new ItemCompleted(thread, turnId, item, item.raw()));
      agents(item).forEach(StoredSession.this::mention);
    }
  }

  /** The threads of sub-agents that an item names. */
  static List<String> agents(Item item) {
    if (item instanceof ActivityItem.CollabAgentToolCall call) {
      return call.receiverThreadIds();
    }
    return item instanceof ActivityItem.SubAgentActivity activity
        ? List.of(activity.agentThreadId())
        : List.of();
  }
}
