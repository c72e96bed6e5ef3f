package dev.talaria.base;

import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place that calls code of the host: it may throw anything.
 *
 * <p>Safe for use by many threads; runs what it is given on the calling thread. Everything that is
 * thrown is caught: checked exceptions too, which Kotlin, Groovy and Lombok let out of any method,
 * and errors, such as that of a class that cannot be loaded. The first failure of a guard is logged
 * as a warning and the later ones for debugging, with their classes and places. Messages are not
 * logged, for they may hold a secret. The interrupt flag is set again for an {@link
 * InterruptedException}.
 */
public final class Guard {

  /** Code without a result. */
  @FunctionalInterface
  public interface Action {
    /**
     * Runs it.
     *
     * @throws Throwable anything; the guard logs it
     */
    void run() throws Throwable;
  }

  /**
   * Code with a result.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  public interface Call<T> {
    /**
     * Runs it.
     *
     * @return the result; may be {@code null}
     * @throws Throwable anything; the guard logs it
     */
    T get() throws Throwable;
  }

  /**
   * An event for one of the host's listeners.
   *
   * @param <L> the type of the listener
   */
  @FunctionalInterface
  public interface Event<L> {
    /**
     * Reports the event.
     *
     * @param listener the host's
     * @throws Throwable anything; the guard logs it
     */
    void tell(L listener) throws Throwable;
  }

  private static final Logger log = LoggerFactory.getLogger(Guard.class);
  private static final int MOST_FRAMES = 8;
  private static final int MOST_CAUSES = 4;

  private final String what;
  private final AtomicBoolean failedBefore = new AtomicBoolean();

  private Guard(String what) {
    this.what = what;
  }

  /**
   * {@return a guard for one thing of the host's}
   *
   * @param what what the log calls it, such as "the turn's listener"
   */
  public static Guard of(String what) {
    return new Guard(what);
  }

  /**
   * Runs an action.
   *
   * @param action may throw anything
   * @return whether it came to its end
   */
  public boolean run(Action action) {
    return call(
        () -> {
          action.run();
          return true;
        },
        failure -> false);
  }

  /**
   * Reports an event to a listener.
   *
   * @param <L> the type of the listener
   * @param listener the host's; may throw anything
   * @param event how to report it
   */
  public <L> void tell(L listener, Event<L> event) {
    run(() -> event.tell(listener));
  }

  /**
   * Makes a call.
   *
   * @param <T> the type of the result
   * @param call may throw anything
   * @param otherwise gives the result when the call throws, or throws an exception of its own
   * @return what the call or {@code otherwise} gave; may be {@code null}
   */
  public <T> T call(Call<T> call, Function<Throwable, T> otherwise) {
    try {
      return call.get();
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      report(failure);
      return otherwise.apply(failure);
    }
  }

  /**
   * Follows a stage of the host's.
   *
   * @param <T> the type of the result
   * @param stage may be of any class; {@code null} counts as a failure
   * @return what the stage comes to; its own failure, if it cannot be followed
   */
  public <T> CompletableFuture<T> follow(CompletionStage<T> stage) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    call(
        () ->
            stage.whenComplete(
                (value, error) -> {
                  if (error == null) {
                    outcome.complete(value);
                  } else {
                    outcome.completeExceptionally(cause(error));
                  }
                }),
        failure -> {
          outcome.completeExceptionally(failure);
          return null;
        });
    return outcome;
  }

  /**
   * Cancels a stage of the host's, whose thread may still work on it.
   *
   * @param stage may be of any class; what it throws is logged
   */
  public void cancel(CompletionStage<?> stage) {
    run(() -> stage.toCompletableFuture().cancel(true));
  }

  /**
   * {@return what a stage failed with, without the exception that stages put around it}
   *
   * @param error as a stage reports it
   */
  public static Throwable cause(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  /**
   * Logs a failure that the host's code did not throw but reported otherwise.
   *
   * @param failure its classes and places are logged, its message is not
   */
  public void report(Throwable failure) {
    try {
      if (failedBefore.getAndSet(true)) {
        log.debug("{} failed again with {}", what, places(failure));
      } else {
        log.warn("{} failed with {}", what, places(failure));
      }
    } catch (Throwable unheard) {
      // The host's log fails, or there is no memory: a caller that waits still gets an answer.
      failedBefore.set(false);
    }
  }

  /** Classes and places of a failure and its causes. */
  private static String places(Throwable failure) {
    StringJoiner text = new StringJoiner(" caused by ");
    try {
      Throwable each = failure;
      for (int causes = 0; each != null && causes < MOST_CAUSES; causes++) {
        StringJoiner places = new StringJoiner(" < ", each.getClass().getName() + " at ", "");
        places.setEmptyValue(each.getClass().getName());
        Stream.of(each.getStackTrace()).limit(MOST_FRAMES).forEach(f -> places.add(f.toString()));
        text.add(places.toString());
        each = each.getCause();
      }
      return text.toString();
    } catch (Throwable unspeakable) {
      // Its own methods fail.
      return failure.getClass().getName();
    }
  }

  /**
   * {@return what a failure says, for people: its message without what looks like a secret; its
   * class where it has none, or where the message alone is not understood}
   *
   * @param failure of any class; its own methods may fail
   */
  public static String words(Throwable failure) {
    try {
      Throwable cause = failure.getCause();
      String message =
          failure.getMessage() == null && cause != null && cause != failure
              ? cause.toString()
              : failure.getMessage();
      String name = failure.getClass().getSimpleName();
      if (message == null || message.isBlank()) {
        return name;
      }
      boolean nameless = failure instanceof LinkageError || failure instanceof VirtualMachineError;
      return Redaction.redact(nameless ? name + ": " + message : message);
    } catch (Throwable unspeakable) {
      return failure.getClass().getName();
    }
  }
}
