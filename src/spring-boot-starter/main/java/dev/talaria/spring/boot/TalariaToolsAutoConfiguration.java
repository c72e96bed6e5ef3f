package dev.talaria.spring.boot;

import dev.talaria.approval.HostServices;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import java.util.stream.Stream;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/** The program's tools as tools of its sessions. */
@AutoConfiguration(after = TalariaAutoConfiguration.class)
@ConditionalOnClass(HostTool.class)
@ConditionalOnBean(LazyCodex.class)
final class TalariaToolsAutoConfiguration {

  /** Before those of the program, so that these have the last word. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SessionOptionsCustomizer talariaTools(
      ObjectProvider<HostTool> tools,
      ObjectProvider<ToolCallbackTools> callbacks,
      ObjectProvider<HostServices> services) {
    SingletonSupplier<ToolRegistry> registry =
        SingletonSupplier.of(
            () ->
                ToolRegistry.of(
                    Stream.concat(
                            tools.orderedStream(),
                            callbacks.stream().flatMap(ToolCallbackTools::tools))
                        .toList()));
    return options -> {
      ToolRegistry all = registry.obtain();
      if (!all.all().isEmpty()) {
        HostServices others = services.getIfAvailable(() -> HostServices.NONE);
        ToolBridge.dynamic(all, others).configure(options);
      }
    };
  }

  /** Those of Spring AI, by a property: what a program offers another model is not for all. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ToolCallback.class)
  @ConditionalOnProperty(name = "talaria.tools.spring-ai", havingValue = "true")
  static final class OfSpringAi {

    @Bean
    ToolCallbackTools talariaToolCallbackTools(
        ObjectProvider<ToolCallback> callbacks, ObjectProvider<ToolCallbackProvider> providers) {
      return new ToolCallbackTools(callbacks, providers);
    }
  }
}
