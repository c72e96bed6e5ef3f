package dev.talaria.tools.internal;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;

/** How long Codex waits for calls of tools. Stateless. */
public final class ToolTimeout {

  /** So that the tool's own limit is the one that is reported. */
  private static final Duration BEYOND_LIMIT = Duration.ofSeconds(30);

  private ToolTimeout() {}

  /** A little longer than the longest time limit of these tools. */
  public static Duration of(ToolRegistry tools) {
    return tools.all().stream()
        .map(HostTool::timeLimit)
        .max(Duration::compareTo)
        .orElse(HostTool.DEFAULT_TIME_LIMIT)
        .plus(BEYOND_LIMIT);
  }
}
