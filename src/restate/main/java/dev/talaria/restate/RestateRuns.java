package dev.talaria.restate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.restate.client.Client;
import dev.restate.client.IngressException;
import dev.restate.client.SendResponse;
import dev.restate.common.Output;
import dev.restate.common.Request;
import dev.restate.common.Target;
import dev.restate.serde.Serde;
import dev.restate.serde.SerdeFactory;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.Decision;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Starts, shows, decides and cancels runs on a Restate server. A run is found by its key, from any
 * program.
 *
 * <p>Safe for use by many threads. All methods wait for the engine; {@link #status}, {@link
 * #decide} and {@link #cancel} also for a worker, which answers them. What the engine did not
 * answer is asked again until the limit: nothing is done twice by that.
 *
 * <p>Source: Restate 1.7.12, SDK 2.4.0.
 */
public final class RestateRuns {

  private static final Duration TRY = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final Client client;
  private final URI ingress;
  private final Duration limit;

  private RestateRuns(URI ingress, Duration limit) {
    this.ingress = ingress;
    this.limit = limit;
    this.client = Client.connect(ingress.toString(), SerdeFactory.NOOP);
  }

  /**
   * Names the engine; nothing is connected yet. Each call has 30 seconds.
   *
   * @param ingress the server's ingress, such as {@code http://127.0.0.1:8080}
   * @return its runs
   */
  public static RestateRuns at(URI ingress) {
    return at(ingress, Duration.ofSeconds(30));
  }

  /**
   * As {@link #at(URI)}, with a limit.
   *
   * @param ingress the server's ingress
   * @param limit how long the engine, and a worker, may take to answer; longer than zero
   * @return its runs
   */
  public static RestateRuns at(URI ingress, Duration limit) {
    return new RestateRuns(
        Objects.requireNonNull(ingress, "ingress"), Objects.requireNonNull(limit, "limit"));
  }

  /**
   * Starts a run, unless there is one with its key: the first request counts, regardless of a later
   * one, for as long as the engine knows the run ({@link RestateWorker.Builder#retention}).
   *
   * @param request what is to be done
   * @return whether it is new; {@code false} also when the engine had taken the run and its answer
   *     was lost on the way
   * @throws TalariaException if the engine does not take it within the limit
   */
  public boolean start(RunRequest request) {
    Target target = Target.workflow(RunService.NAME, request.key(), RunService.RUN);
    try {
      SendResponse<RunResult> sent =
          ask(
              () ->
                  client.sendAsync(
                      Request.of(target, RunService.REQUEST, RunService.RESULT, request).build()));
      return sent.sendStatus() == SendResponse.SendStatus.ACCEPTED;
    } catch (IngressException e) {
      if (e.getStatusCode() == CONFLICT) {
        return false;
      }
      throw refused(request.key(), e);
    }
  }

  /**
   * {@return how a run stands; empty when the engine does not know the run}
   *
   * @param key the run's
   * @throws TalariaException if engine and worker do not answer within the limit
   */
  public Optional<RestateRun> status(String key) {
    return isKnown(key)
        ? Optional.of(call(key, RunService.STATUS, Serde.VOID, null, null))
        : Optional.empty();
  }

  /**
   * {@return the runs that wait for a person, no matter who has started them; their order does not
   * say anything} For the inbox of those who decide.
   *
   * @param admin the server's admin API, such as {@code http://127.0.0.1:9070}. Who reaches it can
   *     do everything with the engine
   * @throws TalariaException if it does not answer within the limit
   */
  public List<RestateRun> waiting(URI admin) {
    return new EngineTables(admin, limit)
        .runs().stream().filter(run -> run.status() == RunStatus.WAITING).toList();
  }

  /**
   * Gives a person's decision to the run that waits for it. The first one counts; a later one is
   * refused, the same one, too.
   *
   * @param key the run's
   * @param decision about the approval that {@link #status} shows
   * @throws IllegalArgumentException if the run does not wait for it: another approval is pending,
   *     it was decided before, or there is no such run; the message says so
   * @throws TalariaException if engine and worker do not answer within the limit
   */
  public void decide(String key, Decision decision) {
    if (!isKnown(key)) {
      throw new IllegalArgumentException("there is no run " + key);
    }
    // Whose answer is lost has it from the engine: the run waits no longer by then.
    String once = UUID.randomUUID().toString();
    call(key, RunService.DECIDE, RunService.DECISION, Objects.requireNonNull(decision), once);
  }

  /**
   * Cancels a run: its turn is interrupted, a pending approval is withdrawn, and the run ends as
   * cancelled. No effect on one that has ended, which a run may just be about to.
   *
   * @param key the run's
   * @throws IllegalArgumentException if there is no such run
   * @throws TalariaException if engine and worker do not answer within the limit
   */
  public void cancel(String key) {
    if (!isKnown(key)) {
      throw new IllegalArgumentException("there is no run " + key);
    }
    call(key, RunService.CANCEL_RUN, Serde.VOID, null, null);
  }

  /**
   * {@return the result of a run; empty while it continues, and when the engine does not know the
   * run}
   *
   * @param key the run's
   * @throws TalariaException if the engine does not answer within the limit
   */
  public Optional<RunResult> result(String key) {
    try {
      Output<RunResult> output = output(key);
      return output.isReady() ? Optional.of(output.getValue()) : Optional.empty();
    } catch (IngressException e) {
      if (e.getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused(key, e);
    }
  }

  /**
   * Waits for the end of a run, also across restarts of the engine.
   *
   * @param key the run's
   * @param longest how long to wait
   * @return what it came to
   * @throws IllegalArgumentException if there is no such run
   * @throws TalariaException if it has not ended by then
   */
  public RunResult await(String key, Duration longest) {
    try {
      return ask(
              () -> client.workflowHandle(RunService.NAME, key, RunService.RESULT).attachAsync(),
              longest)
          .response();
    } catch (IngressException e) {
      throw refused(key, e);
    }
  }

  private boolean isKnown(String key) {
    try {
      output(key);
      return true;
    } catch (IngressException e) {
      if (e.getStatusCode() == NOT_FOUND) {
        return false;
      }
      throw refused(key, e);
    }
  }

  private Output<RunResult> output(String key) {
    return ask(() ->
            client.workflowHandle(RunService.NAME, key, RunService.RESULT).getOutputAsync())
        .response();
  }

  /**
   * @param once a key under which the engine keeps the answer; {@code null} for none
   */
  private <Q> RestateRun call(String key, String handler, Serde<Q> type, Q request, String once) {
    Target target = Target.workflow(RunService.NAME, key, handler);
    try {
      return ask(() ->
              client.callAsync(
                  Request.of(target, type, RunService.VIEW, request)
                      .setIdempotencyKey(once)
                      .build()))
          .response();
    } catch (IngressException e) {
      throw refused(key, e);
    }
  }

  private <T> T ask(Supplier<CompletableFuture<T>> request) {
    return ask(request, limit);
  }

  /**
   * Asks until the engine answers.
   *
   * @throws IngressException for an answer that is a refusal
   */
  private <T> T ask(Supplier<CompletableFuture<T>> request, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    Duration pause = PAUSE;
    while (true) {
      try {
        long left = Math.max(1, end - System.nanoTime());
        return request.get().get(Math.min(left, TRY.toNanos()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (System.nanoTime() < end) {
          // An answer can be lost with a connection that does not say so.
          continue;
        }
        throw new TalariaException(
            "Restate at %s did not answer within %s; see that it runs, and a worker with it"
                .formatted(ingress, longest),
            e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof IngressException failure) || isAnswer(failure)) {
          throw rethrown(e);
        }
        if (System.nanoTime() + pause.toNanos() > end) {
          throw new TalariaException("Restate at %s cannot be reached".formatted(ingress), failure);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TalariaException("interrupted while waiting for Restate", e);
      }
      rest(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  /** A lost connection has no status; 5xx and 429 say that it is to be tried again. */
  private static boolean isAnswer(IngressException failure) {
    int status = failure.getStatusCode();
    return status >= 400 && status < 500 && status != 429 && status != 408;
  }

  private static RuntimeException rethrown(ExecutionException e) {
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new TalariaException("Restate's answer cannot be read: " + e.getCause(), e);
  }

  private static void rest(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for Restate", e);
    }
  }

  private static RuntimeException refused(String key, IngressException e) {
    String message = "the run %s: %s".formatted(key, messageOf(e));
    return e.getStatusCode() == CONFLICT || e.getStatusCode() == NOT_FOUND
        ? new IllegalArgumentException(message, e)
        : new TalariaException(message, e);
  }

  /** What a handler said, or the engine. */
  private static String messageOf(IngressException e) {
    byte[] body = e.getResponseBody();
    if (body != null) {
      try {
        JsonNode message = RunJson.MAPPER.readTree(body).path("message");
        if (message.isTextual()) {
          return message.asText();
        }
      } catch (IOException notJson) {
        return e.getMessage();
      }
    }
    return e.getMessage();
  }
}
