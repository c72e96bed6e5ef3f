package dev.talaria.codex.process;

import dev.talaria.base.Redaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Masks what a child was given to keep: the values of variables whose names sound like a secret,
 * and what looks like a secret by itself.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class EnvironmentSecrets {

  /** A shorter value would mask ordinary words. */
  private static final int SHORTEST = 8;

  private final List<String> values;

  private EnvironmentSecrets(List<String> values) {
    this.values = values;
  }

  /** Those among these variables; the value of one that is not set is {@code null}. */
  public static EnvironmentSecrets of(Stream<Map.Entry<String, String>> variables) {
    return new EnvironmentSecrets(
        variables
            .filter(variable -> Redaction.isSecretVariable(variable.getKey()))
            .map(Map.Entry::getValue)
            .filter(value -> value != null && value.strip().length() >= SHORTEST)
            .distinct()
            // The longest first: another secret may be a part of it.
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  /** {@code text} with every secret masked. */
  public String mask(String text) {
    String result = text;
    for (String value : values) {
      result = result.replace(value, Redaction.MASK);
    }
    return Redaction.redact(result);
  }
}
