package dev.talaria.viewer;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.service.Subscription;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.viewer.live.LiveViewer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Shows the sessions of this program in the browser while they happen: all threads of a Codex or a
 * pool, the text as it arrives, approvals, and every message. It answers this machine only.
 *
 * <p>Safe for use by many threads. Start it before the sessions, so that it sees their beginnings;
 * what it shows is in memory, bounded, and masked as a recording is. Its caller closes it.
 */
public final class TalariaViewer implements AutoCloseable {

  /** Threads beside those of the streams. */
  private static final int MORE_THREADS = 16;

  private static final int WAITING = 64;

  private final LiveViewer viewer;
  private final Subscription watching;
  private final Optional<CodexThreads> threads;
  private final HttpServer server;
  private final ThreadPoolExecutor workers;

  private TalariaViewer(
      Function<MessageWatcher, Subscription> watch,
      Optional<CodexThreads> threads,
      ViewerOptions options) {
    this.viewer =
        new LiveViewer(
            options.isInteractive(),
            options.connections(),
            options.rawMessages(),
            options.memory(),
            options.patience());
    this.threads = threads;
    this.workers = options.isMounted() ? null : workers(options.connections() + MORE_THREADS);
    this.server = options.isMounted() ? null : serve(options.port());
    this.watching = watch.apply(viewer.watcher());
  }

  /**
   * Shows all that happens from now on between this program and a Codex.
   *
   * @param codex stays the caller's; the viewer ends before it does
   * @param options the port, the limits, and whether a page may act
   * @return the viewer; close it
   * @throws TalariaException if the port is taken
   */
  public static TalariaViewer start(Codex codex, ViewerOptions options) {
    return new TalariaViewer(codex::watch, Optional.of(codex.threads()), options);
  }

  /**
   * Shows all that happens from now on on the connections of a pool.
   *
   * @param pool stays the caller's; the viewer ends before it does
   * @param options the port, the limits, and whether a page may act
   * @return the viewer; close it
   * @throws TalariaException if the port is taken
   */
  public static TalariaViewer start(CodexPool pool, ViewerOptions options) {
    return new TalariaViewer(pool::watch, Optional.empty(), options);
  }

  private static ThreadPoolExecutor workers(int threads) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(WAITING),
            DaemonThreads.named("talaria-viewer"),
            // The connection stays without an answer; the server's own thread must not fail.
            new ThreadPoolExecutor.DiscardPolicy());
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  private HttpServer serve(int port) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
      http.createContext("/", viewer.handler());
      http.setExecutor(workers);
      http.start();
      return http;
    } catch (IOException e) {
      throw new TalariaException(
          "the viewer cannot listen on port " + port + " of this machine: " + e.getMessage(), e);
    }
  }

  /**
   * {@return the page's address with a token that is good for one use; each call makes another one}
   *
   * @throws IllegalStateException if the host has mounted the handler: {@link #uri(URI)} knows
   *     where
   */
  public URI uri() {
    if (server == null) {
      throw new IllegalStateException(
          "the handler is mounted by the host, which knows its address");
    }
    return uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  /**
   * {@return as {@link #uri()}, where the host has mounted the handler}
   *
   * @param mounted the address of the context, with a slash at its end
   */
  public URI uri(URI mounted) {
    return mounted.resolve("?token=" + viewer.token());
  }

  /**
   * {@return what answers the browser, to be mounted in a server of the host's own: {@code
   * server.createContext("/viewer/", viewer.handler())}} The context's path ends with a slash. A
   * page holds a thread of the server's executor. Requests of other machines are refused there,
   * too.
   */
  public HttpHandler handler() {
    return viewer.handler();
  }

  /**
   * {@return a handler for {@link dev.talaria.session.SessionOptions.Builder#approvals} that asks
   * the page} Without a page, an approval is declined after {@link ViewerOptions.Builder#patience};
   * at once, if the viewer is read-only.
   */
  public ApprovalHandler approvals() {
    return viewer.approvals(Optional.empty());
  }

  /**
   * {@return as {@link #approvals()}, with another one that is asked at the same time: the first
   * answer counts, and the other is withdrawn}
   *
   * @param other the host's own; asked alone if the viewer is to look at only
   */
  public ApprovalHandler approvals(ApprovalHandler other) {
    return viewer.approvals(Optional.of(other));
  }

  /**
   * Shows what Codex has kept of a thread and those of its sub-agents. To be called before a
   * session resumes it; blocks while it is read.
   *
   * @param threadId the thread
   * @throws TalariaException if Codex does not know the thread
   * @throws IllegalStateException if this is the viewer of a pool
   */
  public void show(String threadId) {
    viewer.show(
        threads.orElseThrow(() -> new IllegalStateException("a pool does not read threads")),
        threadId);
  }

  /** Ends the pages and the server; declines what only a page could have answered. */
  @Override
  public void close() {
    watching.close();
    viewer.close();
    if (server != null) {
      server.stop(0);
      workers.shutdownNow();
    }
  }
}
