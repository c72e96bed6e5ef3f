package dev.talaria.migration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How a migration is done. Immutable; {@link #builder} makes one.
 *
 * <p>Nothing that reaches outside of the folder is on by default: without a {@link PluginLister}
 * plugins are left alone, without a {@link ConfigVerifier} Codex is not asked.
 */
public final class MigrationOptions {

  /** The profile under which Codex may write in the workspace only. */
  public static final String WORKSPACE = ":workspace";

  /** Codex's own profiles, whose names begin with a colon; any other is the user's. */
  private static final Set<String> BUILT_IN =
      Set.of("workspace", "read-only", "danger-full-access", "danger-no-sandbox");

  final Path codexHome;
  final String hostName;
  final Optional<String> permissions;
  final Optional<PluginLister> plugins;
  final Optional<ConfigVerifier> verifier;
  final boolean hostTools;
  final boolean takeOver;
  final boolean adopt;
  final boolean dryRun;

  private MigrationOptions(Builder builder) {
    codexHome = builder.codexHome;
    hostName = builder.hostName;
    permissions = builder.permissions;
    plugins = Optional.ofNullable(builder.plugins);
    verifier = Optional.ofNullable(builder.verifier);
    hostTools = builder.hostTools;
    takeOver = builder.takeOver;
    adopt = builder.adopt;
    dryRun = builder.dryRun;
  }

  /**
   * Begins with the defaults.
   *
   * @param codexHome the folder of the {@code config.toml}; it may not exist yet
   * @return a builder for a migration of that folder
   */
  public static Builder builder(Path codexHome) {
    return new Builder(codexHome);
  }

  /** Collects options. For one thread. */
  public static final class Builder {

    private final Path codexHome;
    private String hostName = "talaria";
    private Optional<String> permissions = Optional.of(WORKSPACE);
    private PluginLister plugins;
    private ConfigVerifier verifier;
    private boolean hostTools = true;
    private boolean takeOver;
    private boolean adopt;
    private boolean dryRun;

    private Builder(Path codexHome) {
      this.codexHome = codexHome;
    }

    /**
     * Whose section it is; {@code talaria} by default. Each name has a section of its own.
     *
     * @param name 1 to 64 characters: ASCII letters, digits, {@code .}, {@code _} and {@code -},
     *     with a letter or digit first
     * @return this builder
     */
    public Builder hostName(String name) {
      hostName = name;
      return this;
    }

    /**
     * The default permission profile; {@value MigrationOptions#WORKSPACE} by default. The built-in
     * names {@code workspace}, {@code read-only}, {@code danger-full-access} and {@code
     * danger-no-sandbox} may be given without their colon.
     *
     * @param profile a built-in profile, or one that the user defines
     * @return this builder
     * @throws MigrationException if it is blank, or white space stands around it
     */
    public Builder permissions(String profile) {
      if (profile.isBlank() || !profile.equals(profile.strip())) {
        throw new MigrationException("the permission profile '" + profile + "' is not a name");
      }
      permissions = Optional.of(BUILT_IN.contains(profile) ? ":" + profile : profile);
      return this;
    }

    /**
     * Writes no default permission profile.
     *
     * @return this builder
     */
    public Builder noPermissions() {
      permissions = Optional.empty();
      return this;
    }

    /**
     * Migrates the plugins that this source has.
     *
     * @param source is asked once in each migration; {@code null}, the default, leaves plugins
     *     alone
     * @return this builder
     */
    public Builder plugins(PluginLister source) {
      plugins = source;
      return this;
    }

    /**
     * Lets Codex judge the result before it is written.
     *
     * @param codex what it refuses is not written; {@code null}, the default, asks nobody
     * @return this builder
     */
    public Builder verifier(ConfigVerifier codex) {
      verifier = codex;
      return this;
    }

    /**
     * Whether the host's own tools become a server of Codex; true by default.
     *
     * @param expose {@code false} leaves {@code host_tools} of the host's configuration aside
     * @return this builder
     */
    public Builder hostTools(boolean expose) {
      hostTools = expose;
      return this;
    }

    /**
     * Replaces what the user defines under the same names; the backup keeps it.
     *
     * @param replace {@code false}, the default, leaves it and reports it as preserved
     * @return this builder
     */
    public Builder takeOver(boolean replace) {
      takeOver = replace;
      return this;
    }

    /**
     * Takes a section under the host's name that another program's migrator wrote for one of ours.
     * Without it such a section is refused and left as it is.
     *
     * @param others {@code true} to take it; {@code false} by default
     * @return this builder
     */
    public Builder adopt(boolean others) {
      adopt = others;
      return this;
    }

    /**
     * Only says what a migration would do; nothing is written anywhere.
     *
     * @param only {@code true} to write nothing; {@code false} by default
     * @return this builder
     */
    public Builder dryRun(boolean only) {
      dryRun = only;
      return this;
    }

    /** {@return the options as they are now} */
    public MigrationOptions build() {
      return new MigrationOptions(this);
    }
  }
}
