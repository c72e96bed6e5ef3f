package dev.talaria.service;

/** A listener among others, until it is closed. Safe for use by many threads; idempotent. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
