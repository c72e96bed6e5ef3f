package dev.talaria.spring.boot;

import dev.talaria.codex.CodexOptions;

/**
 * A bean that changes how Codex is started, or who the host is for an attached server. Several are
 * asked in the order of Spring.
 *
 * <p>Called on the thread that starts Codex, each time that it is started.
 */
@FunctionalInterface
public interface CodexOptionsCustomizer {

  /**
   * Changes the options of Codex.
   *
   * @param options those of the properties
   */
  void customize(CodexOptions.Builder options);
}
