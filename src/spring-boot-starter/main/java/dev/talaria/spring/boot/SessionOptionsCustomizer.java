package dev.talaria.spring.boot;

import dev.talaria.session.SessionOptions;

/**
 * A bean that changes the options of every session of {@link CodexSessions}, after the properties
 * and before the options of the caller. Several are asked in the order of Spring.
 *
 * <p>Called on the thread that opens a session.
 */
@FunctionalInterface
public interface SessionOptionsCustomizer {

  /**
   * Changes the options of one session.
   *
   * @param options those of the properties, the policies and the tools
   */
  void customize(SessionOptions.Builder options);
}
