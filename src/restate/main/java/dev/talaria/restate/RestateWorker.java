package dev.talaria.restate;

import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.TurnSteps;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries out the steps of runs for a Restate server, which calls it over HTTP/2. Any number of
 * workers may do the same; a step that was begun by one that died is done by the next.
 *
 * <p>Safe for use by many threads. {@link #close} leaves everything: turns continue in their Codex,
 * and the engine gives the steps to another worker.
 *
 * <h2>Register one address</h2>
 *
 * <p>The engine keeps a run with the address under which its worker was registered. Where several
 * workers are to take up each other's runs, put one address in front of them (a load balancer that
 * skips a worker which accepts no connection, with HTTP/2 without TLS or plain TCP), and register
 * that: {@code restate deployments register http://ADDRESS}.
 *
 * <h2>Who may call</h2>
 *
 * <p>Who reaches the port can have Codex run commands; who reaches the progress' port reads
 * transcripts. Both listen on the loopback address unless set otherwise. Elsewhere, keep others out
 * by the network, or by a proxy with TLS and client certificates. A progress request with an {@code
 * Origin} header, as browsers send it, is refused: a host that shows progress to browsers passes it
 * on, behind its own login.
 *
 * <p>Source: Restate 1.7.12, SDK 2.4.0.
 */
public final class RestateWorker implements AutoCloseable {

  /** The name of the workflow in the engine. */
  public static final String SERVICE = RunService.NAME;

  private static final Duration START = Duration.ofSeconds(30);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("talaria-restate"));
  private final Vertx vertx;
  private final HttpServer server;
  private final Optional<ProgressServer> progress;

  private RestateWorker(Builder from) {
    Endpoint endpoint =
        Endpoint.bind(
                new RunService(from.steps)
                    .definition(threads, from.longest, from.suspend, from.retention))
            .build();
    // No files are served: without this Vert.x makes a folder for them.
    FileSystemOptions files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(files));
    HttpServerOptions options =
        new HttpServerOptions()
            .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(Integer.MAX_VALUE));
    try {
      server =
          await(
              RestateHttpServer.fromEndpoint(vertx, endpoint, options)
                  .listen(from.address.getPort(), from.address.getHostString())
                  .toCompletionStage()
                  .toCompletableFuture());
      progress =
          from.progressAddress == null
              ? Optional.empty()
              : Optional.of(ProgressServer.start(from.progressAddress, from.runs, from.endpoints));
    } catch (IOException | RuntimeException e) {
      vertx.close();
      threads.shutdownNow();
      throw e instanceof RuntimeException failure
          ? failure
          : new TalariaException("the progress of runs cannot be served: " + e.getMessage(), e);
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new TalariaException(
          "the worker cannot listen: " + (e.getCause() == null ? e : e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while the worker starts", e);
    }
  }

  /**
   * Begins the set-up of a worker.
   *
   * @param steps how it reaches Codex, and with which settings; the same in every worker
   * @return a builder that starts from the defaults
   */
  public static Builder builder(TurnSteps steps) {
    return new Builder(steps);
  }

  /** {@return the port that the engine calls} */
  public int port() {
    return server.actualPort();
  }

  /** {@return the port of {@code GET /runs/KEY/events}; empty if progress is not served} */
  public Optional<Integer> progressPort() {
    return progress.map(ProgressServer::port);
  }

  @Override
  public void close() {
    progress.ifPresent(ProgressServer::close);
    await(server.close().toCompletionStage().toCompletableFuture());
    await(vertx.close().toCompletionStage().toCompletableFuture());
    threads.shutdownNow();
  }

  /** Collects the set-up of a worker. Not safe for use by many threads. */
  public static final class Builder {

    private final TurnSteps steps;
    private InetSocketAddress address = new InetSocketAddress("127.0.0.1", 9080);
    private InetSocketAddress progressAddress;
    private RestateRuns runs;
    private CodexEndpoints endpoints;
    private Duration longest = Duration.ofMinutes(75);
    private Duration suspend = Duration.ofMinutes(1);
    private Duration retention = Duration.ofDays(30);

    private Builder(TurnSteps steps) {
      this.steps = Objects.requireNonNull(steps, "steps");
    }

    /**
     * Sets where the engine calls. Default: port 9080 of the loopback address.
     *
     * @param where port 0 lets the system choose
     * @return this builder
     */
    public Builder listen(InetSocketAddress where) {
      address = Objects.requireNonNull(where, "where");
      return this;
    }

    /**
     * Serves the progress of runs, of any run and on any worker: {@code GET /runs/KEY/events} is a
     * stream of server-sent events, which begins with the run's first turn, or behind the {@code
     * Last-Event-ID} of the request. Default: not served.
     *
     * <p>Events: {@code turn} (a turn began or ended), {@code message} (a row of the transcript, in
     * Chat-Completions form), {@code approval} (an approval is pending; without an id, told again
     * to each stream) and {@code end} (the run has ended, with its result; the stream ends). The
     * ids of a turn's events are the same on every worker.
     *
     * @param where a loopback address, unless something else keeps strangers out; port 0 lets the
     *     system choose
     * @param engine asked for the thread of a run
     * @param codex how the thread's Codex is reached
     * @return this builder
     */
    public Builder progress(InetSocketAddress where, RestateRuns engine, CodexEndpoints codex) {
      progressAddress = Objects.requireNonNull(where, "where");
      runs = Objects.requireNonNull(engine, "engine");
      endpoints = Objects.requireNonNull(codex, "codex");
      return this;
    }

    /**
     * Sets how long a step may take, from when the engine first misses it: it is then started
     * again, and finds its turn. Longer than the longest turn. Default: 75 minutes, for turns of an
     * hour.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder longestStep(Duration limit) {
      longest = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * Sets after how long a run that waits for a person is taken off its worker; it then needs
     * none. Default: a minute.
     *
     * @param after longer than zero
     * @return this builder
     */
    public Builder suspendAfter(Duration after) {
      suspend = Objects.requireNonNull(after, "after");
      return this;
    }

    /**
     * Sets how long the engine knows a run after its end: its key, its status, its result and its
     * journal. Default: 30 days.
     *
     * @param time not negative
     * @return this builder
     */
    public Builder retention(Duration time) {
      retention = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * {@return the worker, which listens}
     *
     * @throws TalariaException if an address cannot be listened on
     */
    public RestateWorker start() {
      return new RestateWorker(this);
    }
  }
}
