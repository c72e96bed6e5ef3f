package dev.talaria.cli.protocol;

import dev.talaria.base.Redaction;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is found out about one release of Codex. For one thread. */
final class SurveyFacts {

  /** Finds one thing out. */
  @FunctionalInterface
  interface Probe {
    Object value() throws Exception;
  }

  private final Map<String, String> found = new TreeMap<>();

  /**
   * Keeps a fact.
   *
   * @param value what is so; of a boolean, yes or no
   */
  void add(String fact, Object value) {
    found.put(fact, value instanceof Boolean holds ? holds ? "yes" : "no" : value.toString());
  }

  /**
   * Runs a probe; what it throws becomes the value, so that the other facts are found out anyway.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void probe(String fact, Probe probe) throws InterruptedException {
    try {
      add(fact, probe.value());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      String message = Redaction.redact(String.valueOf(e.getMessage()));
      add(fact, "failed: " + message.substring(0, Math.min(150, message.length())));
    }
  }

  /** The values by the names of the facts. */
  Map<String, String> found() {
    return found;
  }
}
