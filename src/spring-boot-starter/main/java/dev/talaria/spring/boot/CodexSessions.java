package dev.talaria.spring.boot;

import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.HostServices;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Opens sessions with the options that the program's properties and beans define: policies, the
 * approval handler or the {@link ApprovalInbox}, tools, {@link SessionOptionsCustomizer}s. The
 * first one starts Codex.
 *
 * <p>Safe for use by many threads. The caller closes it; the end of the program closes those that
 * are open.
 */
public final class CodexSessions {

  private final LazyCodex codex;
  private final TalariaProperties properties;
  private final List<ApprovalPolicy> policies;
  private final Optional<ApprovalHandler> handler;
  private final Optional<HostServices> services;
  private final List<SessionOptionsCustomizer> customizers;

  CodexSessions(
      LazyCodex codex,
      List<ApprovalPolicy> policies,
      Optional<ApprovalHandler> handler,
      Optional<HostServices> services,
      List<SessionOptionsCustomizer> customizers) {
    this.codex = codex;
    this.properties = codex.starter().properties();
    this.policies = all(policies, properties.approvals());
    this.handler = handler;
    this.services = services;
    this.customizers = List.copyOf(customizers);
  }

  private static List<ApprovalPolicy> all(
      List<ApprovalPolicy> beans, TalariaProperties.Approvals settings) {
    List<ApprovalPolicy> all = new ArrayList<>(beans);
    settings.allowCommands().forEach(one -> all.add(ApprovalPolicy.allow(command(one))));
    settings.denyCommands().forEach(one -> all.add(ApprovalPolicy.deny(command(one))));
    return List.copyOf(all);
  }

  private static ApprovalMatch command(String firstWords) {
    return ApprovalMatch.commandPrefix(firstWords.strip().split("\\s+"));
  }

  /**
   * Opens a session.
   *
   * @return the session; close it
   * @throws IllegalStateException if the program is shutting down
   * @throws dev.talaria.base.TalariaException as {@link dev.talaria.session.Codex#launch} and
   *     {@link dev.talaria.session.Codex#openSession} do
   */
  public CodexSession open() {
    return open(options -> {});
  }

  /**
   * As {@link #open()}, with options of this session's own, such as {@code options ->
   * options.cwd(folder)}.
   *
   * @param own changes the options that the properties and beans gave
   * @return the session; close it
   */
  public CodexSession open(Consumer<SessionOptions.Builder> own) {
    SessionOptions.Builder options = options();
    own.accept(options);
    return codex.openSession(options.build());
  }

  /**
   * {@return the options of a session as the properties and beans have them, for a {@code Codex}}
   */
  public SessionOptions.Builder options() {
    TalariaProperties.Session session = properties.session();
    SessionOptions.Builder options =
        SessionOptions.builder()
            .turnTimeout(session.turnTimeout())
            .idleTimeout(session.idleTimeout())
            .approvalTimeout(session.approvalTimeout());
    PropertyMapper set = PropertyMapper.get();
    // As a Path Spring would look for it among the resources of the program.
    set.from(session::cwd).as(Path::of).to(options::cwd);
    set.from(session::model).to(options::model);
    set.from(session::effort).to(options::effort);
    set.from(session::sandbox).to(options::sandbox);
    set.from(session::approvalPolicy).to(options::approvalPolicy);
    handler.ifPresent(options::approvals);
    services.ifPresent(options::services);
    if (!policies.isEmpty()) {
      options.policy(ApprovalPolicy.of(policies));
    }
    customizers.forEach(one -> one.customize(options));
    return options;
  }
}
