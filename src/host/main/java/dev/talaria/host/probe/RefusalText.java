package dev.talaria.host.probe;

import java.util.List;
import java.util.Optional;

/**
 * Finds in what Codex wrote to stderr why it refuses a configuration.
 *
 * <p>Stateless. Measured, 0.125.0 to 0.169.0: a line {@code Error: …}, then for most reasons {@code
 * Caused by:} with the reason in full, then perhaps a backtrace; warnings may stand before.
 */
public final class RefusalText {

  private static final String ERROR = "Error:";
  private static final String CAUSE = "Caused by:";
  private static final String BACKTRACE = "Stack backtrace:";
  private static final int SHOWN = 2_000;

  private RefusalText() {}

  /** The reason as Codex says it; empty if this is not a refusal. */
  public static Optional<String> in(String stderr) {
    List<String> lines = stderr.lines().toList();
    int error = first(lines, ERROR, 0);
    if (error == lines.size()) {
      return Optional.empty();
    }
    int end = first(lines, BACKTRACE, error);
    int cause = first(lines, CAUSE, error);
    String reason =
        cause < end
            ? String.join("\n", lines.subList(cause + 1, end)).stripIndent()
            : String.join("\n", lines.subList(error, end)).substring(ERROR.length());
    return Optional.of(shortened(reason.strip())).filter(text -> !text.isEmpty());
  }

  private static int first(List<String> lines, String beginning, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).startsWith(beginning)) {
        return i;
      }
    }
    return lines.size();
  }

  private static String shortened(String reason) {
    return reason.length() <= SHOWN ? reason : reason.substring(0, SHOWN) + "…";
  }
}
