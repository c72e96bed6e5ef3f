package dev.talaria.telemetry;

import java.util.Objects;

/** What an observer reports. Immutable; the methods give changed copies. */
public final class TelemetryOptions {

  private static final TelemetryOptions DEFAULTS = new TelemetryOptions("codex", false);

  private final String agentName;
  private final boolean content;

  private TelemetryOptions(String agentName, boolean content) {
    this.agentName = Objects.requireNonNull(agentName, "agentName");
    this.content = content;
  }

  /** {@return an agent named {@code codex}, and no content} */
  public static TelemetryOptions defaults() {
    return DEFAULTS;
  }

  /**
   * {@return a copy with another {@code gen_ai.agent.name}, which tells several agents of a program
   * apart}
   *
   * @param name not null; one of few, for it is an attribute of metrics
   */
  public TelemetryOptions agentName(String name) {
    return new TelemetryOptions(name, content);
  }

  /**
   * {@return a copy that also tells prompts, answers, commands, arguments, results and the texts of
   * errors} What looks like a secret is masked as in logs, and each text is cut behind 16,384
   * characters.
   *
   * @param capture false by default: then none of these leaves the program
   */
  public TelemetryOptions captureContent(boolean capture) {
    return new TelemetryOptions(agentName, capture);
  }

  String agentName() {
    return agentName;
  }

  boolean capturesContent() {
    return content;
  }
}
