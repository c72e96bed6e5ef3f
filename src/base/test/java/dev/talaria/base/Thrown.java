package dev.talaria.base;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What code of a host throws that a Java compiler would not let it. */
public final class Thrown {

  /** An exception that fails itself when somebody asks what it is. */
  public static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("no stack");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  private Thrown() {}

  /** One of each kind. */
  public static List<Throwable> kinds() {
    return List.of(
        new IllegalStateException("unchecked"),
        new IOException("checked"),
        new InterruptedException("interrupted"),
        new NoSuchMethodError("'void com.example.Gone.call()'"),
        new ExceptionInInitializerError(new IllegalStateException("no settings")),
        new StackOverflowError(),
        new OutOfMemoryError("not really"),
        new Unspeakable());
  }

  /** Throws anything, as Kotlin, Groovy and Lombok let a host do. */
  public static <R> R sneakily(Throwable any) {
    return Thrown.<RuntimeException, R>as(any);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable, R> R as(Throwable any) throws T {
    throw (T) any;
  }

  /** What a call comes to, with its checked exceptions unchecked. */
  public static <R> R uncheckedly(Callable<R> waiting) {
    try {
      return waiting.call();
    } catch (Exception e) {
      return sneakily(e);
    }
  }

  /** A stage that never ends and cannot be cancelled: it throws. */
  public static <T> CompletionStage<T> onCancel(Throwable any) {
    return new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterrupt) {
        return sneakily(any);
      }
    };
  }

  /** A stage that can be neither followed nor cancelled: each way to it throws. */
  public static <T> CompletionStage<T> always(Throwable any) {
    return new CompletableFuture<>() {
      @Override
      public CompletableFuture<T> toCompletableFuture() {
        return sneakily(any);
      }

      @Override
      public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> then) {
        return sneakily(any);
      }

      @Override
      public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> then) {
        return sneakily(any);
      }

      @Override
      public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> then) {
        return sneakily(any);
      }
    };
  }
}
