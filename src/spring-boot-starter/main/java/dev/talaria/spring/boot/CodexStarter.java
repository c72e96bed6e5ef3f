package dev.talaria.spring.boot;

import dev.talaria.approval.HostServices;
import dev.talaria.base.TaskThreads;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.PoolOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;

/** Starts Codex, or attaches to it, as the properties say. Safe for use by many threads. */
final class CodexStarter {

  private final TalariaProperties properties;
  private final Environment environment;
  private final List<CodexOptionsCustomizer> customizers;
  private final Optional<HostServices> services;
  private final Optional<SslBundles> bundles;

  CodexStarter(
      TalariaProperties properties,
      Environment environment,
      List<CodexOptionsCustomizer> customizers,
      Optional<HostServices> services,
      Optional<SslBundles> bundles) {
    this.properties = properties;
    this.environment = environment;
    this.customizers = List.copyOf(customizers);
    this.services = services;
    this.bundles = bundles;
  }

  TalariaProperties properties() {
    return properties;
  }

  /** The options of the Codex of the program's own. */
  CodexOptions options() {
    TalariaProperties.Codex codex = properties.codex();
    CodexOptions.Builder options =
        CodexOptions.builder()
            .environment(codex.environment())
            .startTimeout(codex.startTimeout())
            .requestTimeout(codex.requestTimeout())
            .closeTimeout(codex.closeTimeout())
            .jvmExitTimeout(jvmExitTimeout());
    PropertyMapper set = PropertyMapper.get();
    set.from(codex::executable).as(Path::of).to(options::executable);
    set.from(codex::home).as(Path::of).to(options::codexHome);
    set.from(codex::workingDirectory).as(Path::of).to(options::workingDirectory);
    codex.config().forEach(options::config);
    customizers.forEach(one -> one.customize(options));
    return options.build();
  }

  /** Spring's own hook ends the turns first; the phases before ours may take their time. */
  private Duration jvmExitTimeout() {
    return environment.getProperty("spring.main.register-shutdown-hook", Boolean.class, true)
        ? CodexLifecycle.phaseTimeout(environment)
            .multipliedBy(2)
            .plus(properties.shutdown().grace())
        : Duration.ZERO;
  }

  /** The server of a home that runs; for the mode that starts it if none does. */
  Optional<CodexServer> runningServer() {
    return options().codexHome().flatMap(CodexServer::find);
  }

  Codex start() {
    useVirtualThreads();
    HostServices host = services.orElse(HostServices.NONE);
    return switch (properties.mode()) {
      case LAUNCH -> Codex.launch(options(), host);
      case ATTACH -> Codex.attach(address(), attachOptions(), host);
      case ATTACH_OR_START ->
          Codex.attachOrStart(ServerOptions.builder().codex(options()).build(), attachOptions());
      case POOL -> throw new IllegalStateException("the mode pool has no single Codex");
    };
  }

  CodexPool startPool() {
    useVirtualThreads();
    TalariaProperties.Pool pool = properties.pool();
    return CodexPool.launch(
        options(),
        new PoolOptions(pool.children(), pool.maxSessionsPerChild()),
        services.orElse(HostServices.NONE));
  }

  /** As the program's other threads, where the JDK leaves the choice; read with the first Codex. */
  private void useVirtualThreads() {
    if (Threading.VIRTUAL.isActive(environment)
        && System.getProperty(TaskThreads.PROPERTY) == null) {
      System.setProperty(TaskThreads.PROPERTY, "true");
    }
  }

  private URI address() {
    URI address = properties.attach().address();
    if (address == null) {
      throw new IllegalStateException(
          "talaria.mode is attach: set talaria.attach.address to the address of the server");
    }
    return address;
  }

  private AttachOptions attachOptions() {
    TalariaProperties.Attach attach = properties.attach();
    AttachOptions.Builder options =
        AttachOptions.builder()
            .codex(options())
            .plainRemoteAllowed(attach.plainRemoteAllowed())
            .reconnectTimeout(attach.reconnectTimeout());
    PropertyMapper set = PropertyMapper.get();
    set.from(attach::token).to(token -> options.token(() -> token));
    set.from(attach::tokenFile).as(Path::of).to(options::tokenFile);
    set.from(attach::sslBundle)
        .to(name -> options.tls(bundles.orElseThrow().getBundle(name).createSslContext()));
    return options.build();
  }
}
