package dev.talaria.bench.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Blocking calls, some at a time, on threads that are gone when the last call has ended.
 *
 * <p>Stateless.
 */
public final class AtOnce {

  private static final int EIGHT = 8;

  /** A blocking call for one of many. */
  @FunctionalInterface
  public interface Call<T, R> {
    R on(T one) throws Exception;
  }

  private AtOnce() {}

  /** As {@link #each(int, Collection, Call)}, eight at a time. */
  public static <T, R> List<R> each(Collection<T> many, Call<T, R> call) throws Exception {
    return each(EIGHT, many, call);
  }

  /** What the calls gave, in the order of what they were for; the first failure ends it. */
  public static <T, R> List<R> each(int atOnce, Collection<T> many, Call<T, R> call)
      throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T one : many) {
        running.add(callers.submit(() -> call.on(one)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      callers.shutdownNow();
      callers.awaitTermination(1, TimeUnit.MINUTES);
    }
  }
}
