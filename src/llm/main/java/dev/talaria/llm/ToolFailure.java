package dev.talaria.llm;

import dev.talaria.base.Redaction;
import java.util.Objects;

/**
 * A call of a tool that failed. Immutable; the message is redacted.
 *
 * @param tool the tool's name
 * @param message what the tool itself said, or Codex if it never ran
 */
public record ToolFailure(String tool, String message) {

  /**
   * Redacts the message.
   *
   * @param tool not null
   * @param message may have secrets, which are removed
   */
  public ToolFailure {
    Objects.requireNonNull(tool, "tool");
    message = Redaction.redact(message);
  }
}
