package dev.talaria.llm;

import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What every request has. Immutable. */
record CallOptions(
    Role role,
    String system,
    String prompt,
    ToolRegistry tools,
    boolean shell,
    CancellationToken cancellation,
    Consumer<String> onDelta,
    Consumer<LlmMetrics> onMetrics,
    Optional<Duration> timeout) {

  /** What the model is told: the system text, if there is one, and the prompt. */
  String text() {
    return system.isEmpty() ? prompt : system + "\n\n" + prompt;
  }
}
