package dev.talaria.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.Limits;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.probe.PluginSurvey;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.PluginLister;
import dev.talaria.protocol.wire.PluginCatalog;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Asks a short-lived {@code codex app-server} which plugins it has, by {@code plugin/list}.
 *
 * <p>Safe for use by many threads; each call has a child of its own, which is ended in every case.
 * A call blocks until the answer is settled, at most for its time limit and the moment that the end
 * of a child takes; an interrupt ends it and stays set. Codex makes the files in its {@code
 * CODEX_HOME} that it makes at every start.
 */
public final class CodexPlugins implements PluginLister {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** A file that is being written is whole by then; one that is broken stays broken. */
  private static final Duration UNCHANGED = Duration.ofSeconds(3);

  /** On stderr, all versions: the curated marketplace is given up until the next start. */
  private static final String GIVEN_UP = "failed to sync curated plugins repo";

  private static final int STDERR_LINES = 200;

  private final CodexOptions options;
  private final Duration limit;

  private CodexPlugins(CodexOptions options, Duration limit) {
    this.options = options;
    this.limit = limit;
  }

  /**
   * {@return a source that waits for a marketplace for at most 30 seconds}
   *
   * @param options how its Codex is launched
   */
  public static CodexPlugins of(CodexOptions options) {
    return of(options, LIMIT);
  }

  /**
   * {@return a source with another time limit}
   *
   * @param options how its Codex is launched
   * @param limit longer than zero; includes Codex's start
   * @throws IllegalArgumentException if the limit is not longer than zero
   */
  public static CodexPlugins of(CodexOptions options, Duration limit) {
    return new CodexPlugins(options, Limits.positive("the time limit", limit));
  }

  @Override
  public Listing list() {
    long deadline = System.nanoTime() + limit.toNanos();
    try (Workers workers = Workers.create();
        AppServer server = AppServer.launch(bounded(), workers)) {
      return settled(server, deadline);
    } catch (TalariaException e) {
      throw new MigrationException(
          "Codex's plugins are not known: " + Redaction.redact(String.valueOf(e.getMessage())), e);
    }
  }

  private CodexOptions bounded() {
    return options.toBuilder()
        .versionTimeout(shorter(options.versionTimeout(), limit))
        .startTimeout(shorter(options.startTimeout(), limit))
        // At any log level of the host's: that a marketplace was given up is a warning.
        .environment("RUST_LOG", "warn")
        .build();
  }

  private Listing settled(AppServer server, long deadline) {
    // First the list: if the configuration is broken, its refusal is the one to report.
    PluginSurvey survey = survey(server, Set.of(), deadline);
    JsonNode config = call("config/read", server, deadline).path("config");
    boolean switchedOff = !config.path("features").path("plugins").asBoolean(true);
    Set<String> wanted = new HashSet<>();
    config.path("plugins").fieldNames().forEachRemaining(wanted::add);
    survey = new PluginSurvey(survey.catalog(), wanted);
    long changed = System.nanoTime();
    while (!switchedOff && worthAsking(server, survey, changed) && pause(deadline)) {
      PluginSurvey next = survey(server, wanted, deadline);
      if (!next.equals(survey)) {
        changed = System.nanoTime();
      }
      survey = next;
    }
    return survey.listing();
  }

  private static boolean worthAsking(AppServer server, PluginSurvey survey, long changed) {
    if (survey.lacksCurated() && !server.stderrTail(STDERR_LINES).contains(GIVEN_UP)) {
      return true;
    }
    boolean mayChange =
        survey.hasLoadErrors()
            || (survey.lacksPlugin()
                && CodexCapability.FETCHES_PLUGINS_AT_START.isIn(server.version()));
    return mayChange && System.nanoTime() - changed < UNCHANGED.toNanos();
  }

  private PluginSurvey survey(AppServer server, Set<String> wanted, long deadline) {
    return new PluginSurvey(new PluginCatalog(call("plugin/list", server, deadline)), wanted);
  }

  private JsonNode call(String method, AppServer server, long deadline) {
    Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), PAUSE.toNanos()));
    Duration patience = shorter(options.requestTimeout(), left);
    return AppServer.await(server.request(method, Map.of(), JsonNode.class, patience), patience);
  }

  /** Waits a moment; false if the time is up. */
  private static boolean pause(long deadline) {
    if (deadline - System.nanoTime() <= PAUSE.toNanos()) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("interrupted while a marketplace was loading", e);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
