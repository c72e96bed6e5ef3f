package dev.talaria.spring.boot;

import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.listener.TalariaObserver;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Codex as beans of the program, by {@code talaria.*}. A program with a {@link Codex} or {@link
 * CodexPool} bean of its own gets none of them.
 */
@AutoConfiguration
@ConditionalOnMissingBean({Codex.class, CodexPool.class})
@EnableConfigurationProperties(TalariaProperties.class)
public final class TalariaAutoConfiguration {

  /** For Spring. */
  public TalariaAutoConfiguration() {}

  /** Every mode but the one with several Codexes. */
  static final class OneCodex extends NoneNestedConditions {

    OneCodex() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty(name = "talaria.mode", havingValue = "pool")
    static final class Pool {}
  }

  @Bean
  OpenWork talariaOpenWork() {
    return new OpenWork();
  }

  @Bean
  CodexStarter talariaCodexStarter(
      TalariaProperties properties,
      Environment environment,
      ObjectProvider<CodexOptionsCustomizer> customizers,
      ObjectProvider<HostServices> services,
      ObjectProvider<SslBundles> bundles) {
    return new CodexStarter(
        properties,
        environment,
        customizers.orderedStream().toList(),
        Optional.ofNullable(services.getIfAvailable()),
        Optional.ofNullable(bundles.getIfAvailable()));
  }

  @Bean
  LazyCodex talariaLazyCodex(
      CodexStarter starter, OpenWork work, ObjectProvider<TalariaObserver> observers) {
    return new LazyCodex(starter, observers.orderedStream().toArray(TalariaObserver[]::new));
  }

  @Bean
  CodexLifecycle talariaLifecycle(LazyCodex codex, OpenWork work, Environment environment) {
    return new CodexLifecycle(codex, work, environment);
  }

  /**
   * The program's Codex, which is started with the first bean that needs it. Closed by the
   * lifecycle.
   *
   * @param codex starts it
   */
  @Bean(destroyMethod = "")
  @Lazy
  @Conditional(OneCodex.class)
  Codex codex(LazyCodex codex) {
    return codex.codex();
  }

  @Bean(destroyMethod = "")
  @Lazy
  @ConditionalOnProperty(name = "talaria.mode", havingValue = "pool")
  CodexPool codexPool(LazyCodex codex) {
    return codex.pool();
  }

  @Bean
  ApprovalInbox approvalInbox(ObjectProvider<ApprovalHandler> handler) {
    return new ApprovalInbox(Optional.ofNullable(handler.getIfAvailable()));
  }

  @Bean
  CodexSessions codexSessions(
      LazyCodex codex,
      TalariaProperties properties,
      ApprovalInbox inbox,
      ObjectProvider<ApprovalHandler> handler,
      ObjectProvider<ApprovalPolicy> policies,
      ObjectProvider<HostServices> services,
      ObjectProvider<SessionOptionsCustomizer> customizers) {
    boolean asks = properties.approvals().inbox() || handler.getIfAvailable() != null;
    return new CodexSessions(
        codex,
        policies.orderedStream().toList(),
        asks ? Optional.of(inbox.asHandler()) : Optional.empty(),
        Optional.ofNullable(services.getIfAvailable()),
        customizers.orderedStream().toList());
  }
}
