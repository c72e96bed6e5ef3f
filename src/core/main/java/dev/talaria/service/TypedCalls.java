package dev.talaria.service;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.Method;
import dev.talaria.protocol.Notification;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Calls methods of the app-server, with params and results that the compiler checks.
 *
 * <p>Safe for use by many threads. {@code dev.talaria.session.Codex} is one; a test of a service
 * has its own.
 */
public interface TypedCalls {

  /**
   * Calls a method.
   *
   * @param <P> the type of the params
   * @param <R> the type of the result
   * @param method which, of {@code dev.talaria.protocol.v2.Methods}
   * @param params not null, but for a method without any ({@link Void})
   * @return completes on a worker thread with the result, or with {@link RpcException}, {@link
   *     RequestTimeoutException} or {@link ConnectionLostException}
   */
  <P, R> CompletableFuture<R> request(Method<P, R> method, P params);

  /**
   * As {@link #request(Method, Object)}, with a time limit of its own, and in order: the future
   * completes when the listeners were told all notifications that came before the result. It
   * completes on their thread, so what depends on it must not block.
   *
   * @param <P> the type of the params
   * @param <R> the type of the result
   * @param method which
   * @param params as above
   * @param limit how long to wait for the result
   * @return completes as above
   */
  <P, R> CompletableFuture<R> requestInOrder(Method<P, R> method, P params, Duration limit);

  /**
   * As {@link #request(Method, Object)}, waiting for the result.
   *
   * @param <P> the type of the params
   * @param <R> the type of the result
   * @param method which
   * @param params as above
   * @return the result
   * @throws TalariaException if Codex refuses or does not answer in time, the connection is lost,
   *     or the waiting thread is interrupted
   */
  <P, R> R call(Method<P, R> method, P params);

  /**
   * Listens to one kind of notification, of those that belong to no open session.
   *
   * @param <T> the type of its params
   * @param kind which, of {@code dev.talaria.protocol.v2.Notifications}
   * @param listener called on worker threads, one notification at a time and in order
   * @return what ends it
   */
  <T> Subscription subscribe(Notification<T> kind, Consumer<T> listener);

  /**
   * Waits for a notification, of those that belong to no open session.
   *
   * @param <T> the type of its params
   * @param kind which kind
   * @param wanted whether it is the one; called as a listener is
   * @return completes with the first one that is wanted from now on, or with {@link
   *     ConnectionLostException}; cancel it to stop waiting
   */
  <T> CompletableFuture<T> next(Notification<T> kind, Predicate<T> wanted);
}
