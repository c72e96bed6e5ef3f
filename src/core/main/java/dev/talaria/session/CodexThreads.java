package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.protocol.StoredItem;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadMatch;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.SortDirection;
import dev.talaria.protocol.v2.ThreadItemsListCursor;
import dev.talaria.protocol.v2.ThreadItemsListParams;
import dev.talaria.protocol.v2.ThreadSearchParams;
import dev.talaria.protocol.v2.ThreadTurnsListParams;
import dev.talaria.protocol.v2.TurnItemsView;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.result.Page;
import dev.talaria.session.thread.ThreadRelease;
import dev.talaria.session.turn.TurnLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The threads that Codex keeps, whether a session has them open or not.
 *
 * <p>Safe for use by many threads. Each method waits for Codex, at most 30 seconds, and throws
 * {@link RpcException} when Codex refuses, for instance because it does not have the thread, or
 * another {@link TalariaException} when it does not answer. Ephemeral threads are not kept.
 *
 * <p>Source: 0.125.0, 0.130.0 and 0.169.0, measured.
 */
public final class CodexThreads {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern BEFORE_FIRST_TURN =
      Pattern.compile("list_turns is not supported yet|is not materialized yet");

  private final AppServer server;
  private final Workers workers;

  CodexThreads(AppServer server, Workers workers) {
    this.server = server;
    this.workers = workers;
  }

  /**
   * {@return one page of threads, the newest first} A thread is listed from its first turn on.
   *
   * @param query which threads, and how many a page has
   */
  public Page<StoredThread> list(ThreadQuery query) {
    JsonNode result = call("thread/list", query.params());
    return new Page<>(StoredThread.listOf(result), nextCursor(result));
  }

  /**
   * {@return what Codex knows about a thread, without its turns}
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   */
  public StoredThread read(String threadId) {
    return new StoredThread(call("thread/read", thread(threadId)).path("thread"));
  }

  /**
   * {@return the newest turns of a thread, the newest first}
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @param limit how many turns at most
   */
  public Page<ThreadTurn> turns(String threadId, int limit) {
    return turns(threadId, limit, null);
  }

  /**
   * {@return one page of a thread's turns, the newest first; empty before its first turn} What
   * their items hold differs between versions, see {@link ThreadTurn}.
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @param limit how many turns the page has at most
   * @param cursor the {@link Page#nextCursor} of the previous page; {@code null} for the first
   */
  public Page<ThreadTurn> turns(String threadId, int limit, String cursor) {
    return turns(TurnLookup.newestFirst(threadId, limit, TurnItemsView.FULL).cursor(cursor));
  }

  /**
   * {@return a page as {@link #turns(String, int, String)} gives, without the turns' items (0.125.0
   * gives them anyway), for instance to count}
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @param limit how many turns the page has at most
   * @param cursor the {@link Page#nextCursor} of the previous page; {@code null} for the first
   */
  public Page<ThreadTurn> turnOutlines(String threadId, int limit, String cursor) {
    return turns(TurnLookup.newestFirst(threadId, limit, TurnItemsView.NOT_LOADED).cursor(cursor));
  }

  private Page<ThreadTurn> turns(ThreadTurnsListParams params) {
    try {
      JsonNode result = call("thread/turns/list", params);
      return new Page<>(ThreadTurn.listOf(result), nextCursor(result));
    } catch (RpcException refusal) {
      if (BEFORE_FIRST_TURN.matcher(refusal.error()).find()) {
        return new Page<>(List.of(), Optional.empty());
      }
      throw refusal;
    }
  }

  /**
   * Copies a thread with all its turns into a new one, which no session has open yet. Up to 0.130.0
   * the copy has the sandbox and the approval policy of the configuration, not the thread's.
   *
   * @param threadId the thread to copy; it stays as it is
   * @return the new thread
   */
  public StoredThread fork(String threadId) {
    return fork(threadId, ForkOptions.all());
  }

  /**
   * Copies a thread into a new one, which no session has open yet: up to a turn, or with other
   * settings. Codex never deletes a thread that a copy still refers to.
   *
   * @param threadId the thread to copy; it stays as it is
   * @param options what is copied, and what differs; since 0.145.0
   * @return the new thread
   * @throws CodexVersionException if this version copies whole threads only
   */
  public StoredThread fork(String threadId, ForkOptions options) {
    if (!options.isPlain()) {
      CodexCapability.FORK_OPTIONS.require(server.version(), "options of thread/fork");
    }
    JsonNode result = call("thread/fork", options.params(threadId));
    StoredThread fork = new StoredThread(result.path("thread"));
    // Codex sends a thread's events to the connection that forked it, and no session here wants
    // them.
    ThreadRelease.of(server, workers, fork.id(), false).join();
    return fork;
  }

  /**
   * Deletes a thread from the disk, also one that a session has open: its turn is interrupted, and
   * later ones fail. Codex refuses a thread that a copy refers to: delete the copy first.
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @throws CodexVersionException before 0.140.0
   */
  public void delete(String threadId) {
    CodexCapability.THREAD_DELETE.require(server.version(), "the method thread/delete");
    call("thread/delete", thread(threadId));
  }

  /**
   * {@return one page of threads with a text in one of their messages, and the text around it, the
   * newest first}
   *
   * @param text what to look for; not blank
   * @param limit how many threads the page has at most
   * @param cursor the {@link Page#nextCursor} of the previous page; {@code null} for the first
   * @throws IllegalArgumentException if the text is blank
   * @throws CodexVersionException before 0.134.0
   */
  public Page<ThreadMatch> search(String text, int limit, String cursor) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text to search for must not be blank");
    }
    CodexCapability.THREAD_SEARCH.require(server.version(), "the method thread/search");
    JsonNode result =
        call("thread/search", ThreadSearchParams.of(text).limit((long) limit).cursor(cursor));
    return new Page<>(ThreadMatch.listOf(result), nextCursor(result));
  }

  /**
   * {@return one page of a thread's items, the oldest first, each with its turn and its times}
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @param limit how many items the page has at most
   * @param cursor the {@link Page#nextCursor} of the previous page; {@code null} for the first
   * @throws CodexVersionException before 0.151.0
   * @throws TalariaException also for a thread that has no turn yet, or that an older Codex began:
   *     it can be read with {@link #turns} only
   */
  public Page<StoredItem> items(String threadId, int limit, String cursor) {
    CodexCapability.THREAD_ITEMS.require(server.version(), "the method thread/items/list");
    try {
      JsonNode result =
          call(
              "thread/items/list",
              ThreadItemsListParams.of(threadId)
                  .limit((long) limit)
                  .sortDirection(SortDirection.ASC)
                  .cursor(new ThreadItemsListCursor(Wire.tree(cursor))));
      return new Page<>(StoredItem.listOf(result), nextCursor(result));
    } catch (RpcException refusal) {
      if (!refusal.error().contains("is not supported yet")) {
        throw refusal;
      }
      throw new TalariaException(
          "Codex keeps no list of items for the thread "
              + threadId
              + ": it has no turn yet, or an older Codex began it; its turns can be read",
          refusal);
    }
  }

  /**
   * Archives a thread: it is unloaded, and listed only among the archived threads.
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   */
  public void archive(String threadId) {
    call("thread/archive", thread(threadId));
  }

  /**
   * Restores an archived thread.
   *
   * @param threadId the archived thread's id
   */
  public void unarchive(String threadId) {
    call("thread/unarchive", thread(threadId));
  }

  /**
   * Names a thread.
   *
   * @param threadId a thread's id, as a session or {@link #list} gives it
   * @param text the name; not blank
   * @throws IllegalArgumentException if the name is blank
   */
  public void name(String threadId, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a thread's name must not be blank");
    }
    call("thread/name/set", Map.of("threadId", threadId, "name", text));
  }

  private static Map<String, String> thread(String threadId) {
    return Map.of("threadId", threadId);
  }

  private static Optional<String> nextCursor(JsonNode result) {
    return Optional.ofNullable(result.path("nextCursor").textValue());
  }

  private JsonNode call(String method, Object params) {
    return AppServer.await(server.request(method, params, JsonNode.class, LIMIT), LIMIT);
  }
}
