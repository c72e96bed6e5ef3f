package dev.talaria.llm.call;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.LoopStep;
import dev.talaria.llm.Role;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What every request has. Immutable.
 *
 * @param text what the model is told
 * @param stepBudget how many actions may end before the call is stopped
 */
public record CallOptions(
    Role role,
    String text,
    ToolRegistry tools,
    boolean shell,
    CancellationToken cancellation,
    Consumer<String> onDelta,
    Consumer<LlmMetrics> onMetrics,
    Optional<Duration> timeout,
    int stepBudget,
    Consumer<LoopStep> onStep) {}
