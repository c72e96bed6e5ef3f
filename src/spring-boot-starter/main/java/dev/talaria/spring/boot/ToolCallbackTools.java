package dev.talaria.spring.boot;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.util.stream.Stream;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The tools of Spring AI as tools of the host: callbacks, and what providers have, such as the
 * methods with {@code @Tool}. Safe for use by many threads if they are.
 */
final class ToolCallbackTools {

  private final ObjectProvider<ToolCallback> callbacks;
  private final ObjectProvider<ToolCallbackProvider> providers;

  ToolCallbackTools(
      ObjectProvider<ToolCallback> callbacks, ObjectProvider<ToolCallbackProvider> providers) {
    this.callbacks = callbacks;
    this.providers = providers;
  }

  Stream<HostTool> tools() {
    return Stream.concat(
            callbacks.orderedStream(),
            providers.orderedStream().flatMap(one -> Stream.of(one.getToolCallbacks())))
        .map(ToolCallbackTools::tool);
  }

  private static HostTool tool(ToolCallback callback) {
    ToolDefinition definition = callback.getToolDefinition();
    return HostTool.builder(definition.name())
        .description(definition.description())
        .parameters(definition.inputSchema())
        .run(call -> ToolResult.of(callback.call(call.arguments().toString())))
        .build();
  }
}
