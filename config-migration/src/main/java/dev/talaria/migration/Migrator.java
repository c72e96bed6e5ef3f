package dev.talaria.migration;

import dev.talaria.base.VisibleText;
import dev.talaria.migration.file.AtomicWrite;
import dev.talaria.migration.file.ConcurrentEditException;
import dev.talaria.migration.file.ConfigText;
import dev.talaria.migration.file.ManagedFiles;
import dev.talaria.migration.file.MigrationLock;
import dev.talaria.migration.file.WriteStep;
import dev.talaria.migration.section.DesiredSection;
import dev.talaria.migration.section.ManagedRecord;
import dev.talaria.migration.section.Markers;
import dev.talaria.migration.section.Plan;
import dev.talaria.migration.section.RecordedSection;
import dev.talaria.migration.section.ReportBuilder;
import dev.talaria.migration.section.Sections;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.translate.CodexMcpServer;
import dev.talaria.migration.translate.ServerTranslation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps the host's section of Codex's {@code config.toml}: writes it, and takes it out again.
 *
 * <p>Safe for use by many threads and by many processes at once: they take turns. The file is
 * always the old one or the new one; a migration that is refused has written nothing.
 */
public final class Migrator {

  /** How long to wait for other migrations; each takes well under a second. */
  private static final Duration TURN = Duration.ofSeconds(30);

  /** How often another program may write the file between our reading and our writing. */
  private static final int ATTEMPTS = 5;

  private final MigrationOptions options;
  private final ManagedFiles files;
  private final Markers markers;
  private final WriteStep.Observer observer;

  /**
   * A migrator for one host's section in one {@code CODEX_HOME}. No file is touched yet.
   *
   * @param options say which section and which folder
   * @throws MigrationException if the host's name cannot stand in a marker line or a file name
   */
  public Migrator(MigrationOptions options) {
    this(options, WriteStep.Observer.NONE);
  }

  /** With an observer that sees, or fails, each step of each file that is written. */
  Migrator(MigrationOptions options, WriteStep.Observer observer) {
    this.options = options;
    this.observer = observer;
    this.markers = new Markers(options.hostName);
    this.files = new ManagedFiles(options.codexHome, options.hostName);
  }

  /**
   * Writes the host's section again. Blocks, at most for half a minute while other migrations run,
   * and as long as the plugin source takes.
   *
   * @param host what goes into the section; a server that it no longer has is taken out
   * @return what was done, or in a dry run what would be
   * @throws MigrationException if it is refused or fails; the message says why and what to do, and
   *     the file is as it was
   */
  public MigrationReport migrate(HostConfig host) {
    files.requireSmallEnough();
    Optional<String> version = options.verifier.map(ConfigVerifier::version);
    ServerTranslation servers = ServerTranslation.of(host.mcpServers(), version);
    PluginAnswer answer = PluginAnswer.of(options.plugins);
    return inTurn(
        state -> {
          Plan plan = Plan.of(state.before(), desired(host, servers, answer, version, state));
          return commit(state, plan, servers, answer);
        });
  }

  /**
   * Takes the host's section out: the file is then, byte for byte, what it would be had there never
   * been a migration. A file that a migration made is removed.
   *
   * @return what was done, or in a dry run what would be
   * @throws MigrationException as {@link #migrate} does
   */
  public MigrationReport unmigrate() {
    return inTurn(this::takeOut);
  }

  /** The files as they are at one moment. */
  private record State(
      Path config,
      Optional<byte[]> configBytes,
      Optional<byte[]> backupBytes,
      Optional<byte[]> recordBytes,
      ConfigText text,
      Plan.Before before,
      List<String> warnings) {}

  private MigrationReport inTurn(Function<State, MigrationReport> work) {
    if (options.dryRun) {
      return work.apply(read());
    }
    files.createHome();
    MigrationLock turn = MigrationLock.acquire(files.lock(), TURN);
    try {
      files.folders().forEach(AtomicWrite::sweep);
      for (int attempt = 1; ; attempt++) {
        try {
          return work.apply(read());
        } catch (ConcurrentEditException e) {
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    } finally {
      turn.close();
    }
  }

  private State read() {
    Path config = files.config();
    Optional<byte[]> configBytes = ManagedFiles.read(config);
    Optional<byte[]> backupBytes = ManagedFiles.read(files.backup());
    Optional<byte[]> recordBytes = ManagedFiles.read(files.record());
    List<String> warnings = new ArrayList<>();
    ManagedRecord record =
        ManagedRecord.read(
            recordBytes,
            () -> warnings.add(files.record() + " cannot be read, and is written again"));
    String name = config.toString();
    ConfigText text = ConfigText.of(configBytes, name);
    Optional<String> backup =
        backupBytes.map(
            bytes -> ConfigText.of(Optional.of(bytes), files.backup().toString()).text());
    Plan.Before before =
        new Plan.Before(
            TomlDocument.parse(text.text(), name),
            configBytes.isPresent(),
            record,
            backup,
            markers);
    before.foreign().filter(section -> !options.adopt).ifPresent(this::refuseForeign);
    return new State(config, configBytes, backupBytes, recordBytes, text, before, warnings);
  }

  private void refuseForeign(Sections.Section section) {
    throw new MigrationException(
        ("%s has a section of %s that another program wrote with `%s`, so nothing was changed. Use"
                + " that command for it; or adopt the section with --adopt"
                + " (MigrationOptions.Builder.adopt), and talaria regenerates it from now on")
            .formatted(files.config(), markers.host(), VisibleText.onOneLine(section.command())));
  }

  private DesiredSection desired(
      HostConfig host,
      ServerTranslation translated,
      PluginAnswer answer,
      Optional<String> version,
      State state) {
    List<CodexMcpServer> servers = new ArrayList<>(translated.servers());
    if (options.hostTools) {
      host.hostTools().map(tools -> tools.server(markers.host(), version)).ifPresent(servers::add);
    }
    return new DesiredSection(
        options.permissions,
        servers,
        answer.plugins(state.before()),
        answer.listing().isPresent(),
        answer.unsure(),
        options.takeOver,
        version);
  }

  private MigrationReport commit(
      State state, Plan plan, ServerTranslation servers, PluginAnswer answer) {
    byte[] config = state.text().with(plan.text()).bytes();
    byte[] backup = state.text().with(plan.original()).bytes();
    boolean changed = !isSame(state.configBytes(), config);
    options.verifier.ifPresent(codex -> requireLoads(codex, state, config));
    if (!options.dryRun) {
      Optional<RecordedSection> known = state.before().known();
      // A backup that no record knows is not put back: the record goes before it. A record without
      // a backup would take the user's own text for ours: the first backup goes before the record.
      if (known.isEmpty()) {
        write(files.backup(), state.backupBytes(), backup);
      }
      if (changed || known.filter(plan.section()::equals).isEmpty()) {
        write(files.record(), state.recordBytes(), recordOf(state, plan, known).bytes());
      }
      if (known.isPresent()) {
        write(files.backup(), state.backupBytes(), backup);
      }
      write(state.config(), state.configBytes(), config);
    }
    ReportBuilder report = plan.report();
    report.warnings.addAll(0, state.warnings());
    report.warnings.addAll(servers.warnings());
    report.warnings.addAll(answer.warnings());
    if (options.verifier.isEmpty()) {
      report.warnings.add("Codex was not asked whether it loads the result");
    }
    report.skippedKeys.putAll(servers.skippedKeys());
    report.errors.addAll(servers.errors());
    report.pluginQueryError = answer.error();
    report.verifiedWith = options.verifier.map(ConfigVerifier::version).orElse(null);
    report.backup = options.dryRun ? null : files.backup().toString();
    return report(state, report, changed, plan.text());
  }

  private MigrationReport report(State state, ReportBuilder report, boolean changed, String after) {
    return report.build(
        state.config().toString(), options.dryRun, changed, state.before().text(), after);
  }

  private ManagedRecord recordOf(State state, Plan plan, Optional<RecordedSection> known) {
    return state
        .before()
        .record()
        .with(
            markers.host(),
            plan.section(),
            Stream.concat(known.stream(), state.before().ofBackup().stream()));
  }

  private void requireLoads(ConfigVerifier codex, State state, byte[] config) {
    Optional<String> refusal = codex.refusal(config, options.codexHome);
    if (refusal.isEmpty()) {
      return;
    }
    boolean alreadyRefused =
        state
            .configBytes()
            .map(before -> codex.refusal(before, options.codexHome).isPresent())
            .orElse(false);
    throw new MigrationException(
        "Codex "
            + codex.version()
            + (alreadyRefused
                ? " does not load " + state.config() + " as it is, so "
                : " does not load the configuration that this migration would write, so ")
            + "nothing was changed. Codex says: "
            + refusal.get());
  }

  private void write(Path file, Optional<byte[]> now, byte[] next) {
    if (!isSame(now, next)) {
      AtomicWrite.replace(file, now, next, observer);
    }
  }

  private static boolean isSame(Optional<byte[]> now, byte[] next) {
    return now.filter(bytes -> Arrays.equals(bytes, next)).isPresent();
  }

  private MigrationReport takeOut(State state) {
    Plan.Removal removal = Plan.removal(state.before());
    byte[] config = state.text().with(removal.text()).bytes();
    boolean gone = removal.text().isEmpty() && removal.madeByUs();
    boolean changed =
        gone
            ? state.configBytes().isPresent()
            : !isSame(state.configBytes().or(() -> Optional.of(new byte[0])), config);
    if (!options.dryRun) {
      if (gone) {
        AtomicWrite.delete(state.config(), state.configBytes());
      } else if (changed) {
        write(state.config(), state.configBytes(), config);
      }
      ManagedRecord rest = state.before().record().without(markers.host());
      if (rest.hosts().isEmpty()) {
        AtomicWrite.delete(files.record(), state.recordBytes());
      } else {
        write(files.record(), state.recordBytes(), rest.bytes());
      }
      AtomicWrite.delete(files.backup(), state.backupBytes());
    }
    removal.report().warnings.addAll(0, state.warnings());
    return report(state, removal.report(), changed, removal.text());
  }
}
