package dev.talaria.session.listener;

/** A context that holds on the calling thread until it is closed there. */
@FunctionalInterface
public interface ContextScope extends AutoCloseable {

  /** Changes nothing. */
  ContextScope NONE = () -> {};

  /** The previous context holds again. */
  @Override
  void close();
}
