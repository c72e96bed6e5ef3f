package dev.talaria.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.file.AtomicWrite;
import dev.talaria.migration.file.ConfigText;
import dev.talaria.migration.file.ManagedFiles;
import dev.talaria.migration.yaml.YamlKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The switch between the host's own runtime and Codex, kept in the host's YAML as {@code
 * model.openai_runtime}: what {@code /codex-runtime} and {@code talaria runtime} do.
 *
 * <p>Safe for use by many threads; one request at a time. To switch on asks for the Codex
 * executable once, stores, and migrates the configuration; to switch off stores only, and leaves
 * Codex's configuration as it is. Nothing is switched while a turn runs.
 */
public final class RuntimeSwitch {

  private static final YamlKey SETTING = YamlKey.of("model", "openai_runtime");
  private static final String INSTALL = "Install with: npm i -g @openai/codex";

  /** Where the host's configuration is kept. */
  public interface Store {

    /**
     * {@return the host's YAML in a file, which need not exist} A write replaces the file in one
     * step and keeps its mode and owner; a link stays a link. An edit by another program since the
     * text was read is not overwritten.
     *
     * @param file where it is, or is to be
     */
    static Store of(Path file) {
      Path path = file.toAbsolutePath();
      return new Store() {
        @Override
        public String read() {
          Optional<byte[]> bytes = ManagedFiles.read(ManagedFiles.followed(path));
          return new String(ConfigText.of(bytes, path.toString()).bytes(), UTF_8);
        }

        @Override
        public void write(String before, String after) {
          Path target = ManagedFiles.followed(path);
          Optional<byte[]> expected =
              Files.exists(target) ? Optional.of(before.getBytes(UTF_8)) : Optional.empty();
          AtomicWrite.replace(target, expected, after.getBytes(UTF_8));
        }

        @Override
        public String name() {
          return file.toString();
        }
      };
    }

    /** {@return the text; empty if there is none} */
    String read();

    /**
     * Replaces the text, all of it or nothing.
     *
     * @param before the text that was read; an implementation may refuse if it is no longer there
     * @param after the new text
     * @throws RuntimeException if that fails; the text is then the old one
     */
    void write(String before, String after);

    /** {@return what messages call it} */
    String name();
  }

  private final Store store;
  private final Supplier<String> codex;
  private final Supplier<MigrationReport> migration;
  private final BooleanSupplier turnRuns;
  private final Runnable evict;
  private HostRuntime current;

  private RuntimeSwitch(Builder builder) {
    store = builder.store;
    codex = builder.codex;
    migration = builder.migration;
    turnRuns = builder.turnRuns;
    evict = builder.evict;
    current = HostRuntime.configured(SETTING.read(store.read(), store.name()));
  }

  /**
   * {@return a builder of a switch}
   *
   * @param store where the host's configuration is kept
   * @param codex the version of the Codex that would run; throws {@link TalariaException} if there
   *     is none that can
   * @param migration brings Codex's configuration up to date
   */
  public static Builder builder(
      Store store, Supplier<String> codex, Supplier<MigrationReport> migration) {
    return new Builder(store, codex, migration);
  }

  /** {@return the runtime as it was last stored} */
  public synchronized HostRuntime current() {
    return current;
  }

  /**
   * Does what the words of a user ask for: {@code ""} shows, {@code on} and {@code off} switch.
   * Never throws for what can go wrong: the message says it.
   *
   * @param words what the user wrote after the command
   * @return what happened to it
   */
  public RuntimeChange apply(String words) {
    Optional<HostRuntime> asked;
    try {
      asked = HostRuntime.asked(words);
    } catch (IllegalArgumentException e) {
      return failed(e.getMessage());
    }
    return asked.map(this::apply).orElseGet(this::show);
  }

  /** {@return the runtime, and whether Codex could run} */
  public synchronized RuntimeChange show() {
    String state;
    try {
      state = "OK " + codex.get();
    } catch (TalariaException e) {
      state = "not available — " + e.getMessage();
    }
    return new RuntimeChange(
        true,
        current,
        current,
        "openai_runtime: " + current.word() + "\ncodex CLI: " + state,
        false);
  }

  /**
   * Switches. Never throws for what can go wrong: the message says it.
   *
   * @param next the runtime of the next session
   * @return what happened to it
   */
  public synchronized RuntimeChange apply(HostRuntime next) {
    if (turnRuns.getAsBoolean()) {
      return failed("The runtime cannot be switched while a turn runs. Interrupt it, or wait.");
    }
    if (next == HostRuntime.AUTO) {
      return next == current
          ? done(current, "openai_runtime already set to auto", false)
          : stored(next, "The host's own runtime runs the turns of the next session.");
    }
    String version;
    try {
      version = codex.get();
    } catch (TalariaException e) {
      return failed("Cannot enable codex_app_server runtime: " + e.getMessage() + "\n" + INSTALL);
    }
    if (next == current) {
      return done(
          current,
          "openai_runtime already set to codex_app_server; re-applying migration\n" + migrated(),
          true);
    }
    return stored(
        next,
        "Codex "
            + version
            + " runs the turns of the next session; the host's tools reach it via MCP.");
  }

  private RuntimeChange stored(HostRuntime next, String message) {
    HostRuntime before = current;
    Optional<String> problem =
        Guard.of("the store of the host's settings")
            .call(
                () -> {
                  String text = store.read();
                  store.write(text, SETTING.write(text, store.name(), next.word()));
                  return Optional.empty();
                },
                e -> Optional.of(Guard.words(e)));
    if (problem.isPresent()) {
      return failed("openai_runtime was not changed: persist failed: " + problem.get());
    }
    current = next;
    String change = "openai_runtime: " + before.word() + " -> " + next.word() + "\n" + message;
    String more = next == HostRuntime.CODEX_APP_SERVER ? "\n" + migrated() : "";
    Guard.of("the host's eviction of its agent").run(evict::run);
    return done(before, change + more, true);
  }

  /** A migration that fails does not undo the switch: Codex runs with the configuration it has. */
  private String migrated() {
    return Guard.of("the migration")
        .call(() -> summary(migration.get()), e -> "⚠ MCP migration skipped: " + Guard.words(e));
  }

  private static String summary(MigrationReport report) {
    StringBuilder text = new StringBuilder();
    int servers = report.migrated().size();
    text.append("Migrated ").append(servers).append(servers == 1 ? " MCP server" : " MCP servers");
    text.append(servers == 0 ? "" : ": " + String.join(", ", report.migrated()));
    for (Map.Entry<String, List<String>> server : report.skippedKeys().entrySet()) {
      text.append("\n  ").append(server.getKey());
      text.append(": dropped ").append(String.join("; ", server.getValue()));
    }
    if (!report.plugins().isEmpty()) {
      text.append("\nPlugins: ").append(String.join(", ", report.plugins()));
    }
    if (report.defaultPermissions() != null) {
      text.append("\nDefault sandbox: ").append(report.defaultPermissions());
    }
    report.errors().forEach(error -> text.append("\n⚠ ").append(error));
    report.warnings().forEach(warning -> text.append("\n⚠ ").append(warning));
    return text.toString();
  }

  private RuntimeChange failed(String message) {
    HostRuntime runtime = current();
    return new RuntimeChange(false, runtime, runtime, message, false);
  }

  private RuntimeChange done(HostRuntime before, String message, boolean newSession) {
    return new RuntimeChange(true, before, current, message, newSession);
  }

  /** Collects what a switch works with. For one thread. */
  public static final class Builder {

    private final Store store;
    private final Supplier<String> codex;
    private final Supplier<MigrationReport> migration;
    private BooleanSupplier turnRuns = () -> false;
    private Runnable evict = () -> {};

    private Builder(Store store, Supplier<String> codex, Supplier<MigrationReport> migration) {
      this.store = store;
      this.codex = codex;
      this.migration = migration;
    }

    /**
     * Whether a turn of the host runs now; then nothing is switched.
     *
     * @param running asked before each switch; if it is not set, no turn runs
     * @return this builder
     */
    public Builder turnRuns(BooleanSupplier running) {
      turnRuns = running;
      return this;
    }

    /**
     * Runs after a switch: the host drops the agent that it has cached.
     *
     * @param callback what it throws is logged
     * @return this builder
     */
    public Builder evict(Runnable callback) {
      evict = callback;
      return this;
    }

    /**
     * Makes the switch, and reads the store.
     *
     * @return the switch
     * @throws TalariaException if the store cannot be read or is not valid YAML
     */
    public RuntimeSwitch build() {
      return new RuntimeSwitch(this);
    }
  }
}
