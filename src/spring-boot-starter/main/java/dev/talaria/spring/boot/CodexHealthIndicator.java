package dev.talaria.spring.boot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.v2.Account;
import dev.talaria.protocol.v2.GetAccountParams;
import dev.talaria.protocol.v2.GetAccountResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.server.CodexServer;
import dev.talaria.session.Codex;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether turns can run: the executable is looked for, a server is attached to, and a Codex that
 * runs is asked who is logged in. A Codex of the program's own is not started for this.
 *
 * <p>Safe for use by many threads. Takes as long as {@code codex --version}, and a few seconds
 * where Codex does not answer.
 */
final class CodexHealthIndicator extends AbstractHealthIndicator {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final LazyCodex codex;
  private final OpenWork work;

  CodexHealthIndicator(LazyCodex codex, OpenWork work) {
    super("Codex is not available");
    this.codex = codex;
    this.work = work;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    TalariaProperties properties = codex.starter().properties();
    health.withDetail("mode", properties.mode());
    health.up();
    switch (properties.mode()) {
      case LAUNCH, POOL -> executable(health);
      case ATTACH -> {
        health.withDetail("server", String.valueOf(properties.attach().address()));
        codex.start();
      }
      case ATTACH_OR_START -> serverOrExecutable(health);
    }
    codex.running().ifPresent(running -> account(health, running));
    codex.runningPool().ifPresent(pool -> health.withDetail("children", pool.children()));
    boolean started = codex.running().isPresent() || codex.runningPool().isPresent();
    health.withDetail("started", started);
    health.withDetail("sessions", work.sessions().size());
    Map<String, String> limits = limits(work.limits());
    if (!limits.isEmpty()) {
      health.withDetail("limits", limits);
    }
  }

  private void executable(Health.Builder health) {
    CodexExecutable found = CodexExecutable.locate(codex.starter().options());
    health.withDetail("executable", found.path().toString());
    health.withDetail("version", found.version().toString());
  }

  private void serverOrExecutable(Health.Builder health) {
    Optional<CodexServer> server = codex.starter().runningServer();
    if (server.isPresent()) {
      health.withDetail("server", server.get().address());
      health.withDetail("version", server.get().version().toString());
    } else {
      executable(health);
    }
  }

  private void account(Health.Builder health, Codex running) {
    try {
      JsonNode answer =
          running.call(Methods.ACCOUNT_READ.name(), GetAccountParams.of(), JsonNode.class, LIMIT);
      health.withDetail("version", running.version().toString());
      GetAccountResponse account = new GetAccountResponse(answer);
      boolean missing = account.account().isEmpty() && account.requiresOpenaiAuth();
      health.withDetail("login", missing ? "missing" : login(account.account()));
      if (missing) {
        health.down();
      }
    } catch (ConnectionLostException e) {
      if (codex.starter().properties().mode() != TalariaProperties.Mode.LAUNCH) {
        throw e;
      }
      health.withDetail("lost", "the next session starts Codex again");
    }
  }

  /** Without names and addresses of people. */
  private static String login(Optional<Account> account) {
    if (account.isEmpty()) {
      return "not needed";
    }
    return account.get() instanceof Account.Chatgpt chatgpt
        ? "chatgpt, " + chatgpt.json().path("planType").asText()
        : account.get().json().path("type").asText();
  }

  private static Map<String, String> limits(AccountLimits known) {
    Map<String, String> limits = new LinkedHashMap<>();
    for (AccountLimits.Window window : known.windows()) {
      if (!window.isOver(Instant.now())) {
        String until = window.resetsAt().map(at -> ", starts again at " + at).orElse("");
        limits.put(window.name(), "%.0f%% used%s".formatted(window.usedPercent(), until));
      }
    }
    return limits;
  }
}
