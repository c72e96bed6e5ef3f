package dev.talaria.viewer.live;

import com.sun.net.httpserver.HttpHandler;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.viewer.model.Decisions;
import dev.talaria.viewer.source.StoredSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The parts of a viewer, but for its server.
 *
 * <p>Safe for use by many threads.
 */
public final class LiveViewer implements AutoCloseable {

  private final LiveFeed feed;
  private final RawLog raw;
  private final ViewedConnections connections;
  private final BrowserApprovals approvals;
  private final Access access = new Access();
  private final LivePages pages;

  /**
   * @param interactive whether a page may act
   * @param mostStreams how many streams of events there may be
   * @param rawMessages how many messages the raw view has
   * @param memory how many characters are kept
   * @param patience how long an approval waits without a page
   */
  public LiveViewer(
      boolean interactive, int mostStreams, int rawMessages, long memory, Duration patience) {
    feed = new LiveFeed(memory);
    raw = new RawLog(rawMessages, memory);
    Decisions decisions = Decisions.none();
    connections = new ViewedConnections(feed, raw, decisions);
    AtomicInteger open = new AtomicInteger();
    approvals =
        new BrowserApprovals(
            feed,
            interactive,
            () -> open.get() > 0,
            patience,
            (request, who) ->
                connections.with(
                    model ->
                        decisions.decided(
                            request.threadId(), request.turnId(), request.origin().itemId(), who)));
    pages =
        new LivePages(
            feed,
            raw,
            approvals,
            connections,
            access,
            interactive,
            rawMessages > 0,
            mostStreams,
            open);
  }

  /** Sees the messages. */
  public MessageWatcher watcher() {
    return connections;
  }

  /** Answers the browser. */
  public HttpHandler handler() {
    return pages;
  }

  /** Another token for a URL, good for one use. */
  public String token() {
    return access.token();
  }

  /** Asks the browser, and the other one at the same time. */
  public ApprovalHandler approvals(Optional<ApprovalHandler> other) {
    return approvals.handler(other);
  }

  /** Shows what Codex has kept of a thread. */
  public void show(CodexThreads threads, String threadId) {
    connections.with(model -> StoredSession.read(threads, threadId, model));
  }

  @Override
  public void close() {
    approvals.close();
    feed.end();
    raw.end();
    pages.awaitEnd();
  }
}
