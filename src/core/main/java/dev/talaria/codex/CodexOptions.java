package dev.talaria.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.internal.ExtraFields;
import dev.talaria.base.internal.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Which Codex to run and how: the executable, its environment, its configuration overrides, the
 * name under which the client registers, and time limits.
 *
 * <p>Immutable and safe for use by many threads; its {@link Builder} belongs to one thread.
 */
public final class CodexOptions {

  private static final String LIBRARY_VERSION = libraryVersion();

  /** The names for {@link Builder#extra}. */
  static final ExtraFields EXTRA =
      new ExtraFields(
          "CodexOptions.Builder",
          Set.of("experimentalApi", "requestAttestation", "optOutNotificationMethods"),
          Map.of());

  /** What sessions learn the state of threads, turns and approvals from. */
  private static final Set<String> NEEDED =
      Set.of(
          "error",
          "account/rateLimits/updated",
          "item/completed",
          "item/started",
          "serverRequest/resolved",
          "thread/closed",
          "thread/goal/cleared",
          "thread/goal/updated",
          "thread/queue/changed",
          "thread/started",
          "thread/status/changed",
          "thread/tokenUsage/updated",
          "turn/completed",
          "turn/diff/updated",
          "turn/plan/updated",
          "turn/started");

  /** A private copy of the builder. */
  private final Builder set;

  private CodexOptions(Builder builder) {
    set = new Builder(builder);
  }

  /**
   * {@return the options that fit most hosts: the {@code codex} on the path, in the user's own
   * account}
   */
  public static CodexOptions defaults() {
    return builder().build();
  }

  /** {@return a builder that starts from the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from these options} */
  public Builder toBuilder() {
    return new Builder(set);
  }

  /**
   * {@return the executable to run; empty for what {@link CodexExecutable#locate} finds, the
   * default}
   */
  public Optional<Path> executable() {
    return Optional.ofNullable(set.executable);
  }

  /**
   * {@return the {@code CODEX_HOME} of the app-server; empty for that of its environment, the
   * default}
   */
  public Optional<Path> codexHome() {
    return Optional.ofNullable(set.codexHome);
  }

  /** {@return the working directory of the app-server; empty for that of this JVM, the default} */
  public Optional<Path> workingDirectory() {
    return Optional.ofNullable(set.workingDirectory);
  }

  /**
   * {@return variables that the app-server gets in place of what the host's environment says, in
   * the order of setting} A null value means that the app-server does not get the variable.
   * Default: empty. Unmodifiable.
   */
  public Map<String, String> environment() {
    return Collections.unmodifiableMap(set.environment);
  }

  /**
   * {@return whether the app-server inherits the variable {@code name} if the host has it} Default:
   * yes, but for the credentials listed at {@link Builder#denyEnvironment}.
   *
   * @param name the variable's name, in any case
   */
  public boolean inheritsEnvironment(String name) {
    return set.rules.inherits(name);
  }

  /**
   * {@return settings that override the user's {@code config.toml}, by their dotted keys, in order;
   * the values are TOML} Default: empty. Unmodifiable.
   */
  public Map<String, String> config() {
    return Collections.unmodifiableMap(set.config);
  }

  /** {@return {@code clientInfo.name} of the handshake} Default: {@code talaria}. */
  public String clientName() {
    return set.clientName;
  }

  /** {@return {@code clientInfo.title} of the handshake} Default: {@code Talaria}. */
  public String clientTitle() {
    return set.clientTitle;
  }

  /** {@return {@code clientInfo.version} of the handshake} Default: the version of this library. */
  public String clientVersion() {
    return set.clientVersion;
  }

  /** {@return how long {@code codex --version} may take} Default: 30 seconds. */
  public Duration versionTimeout() {
    return set.versionTimeout;
  }

  /**
   * {@return how long the app-server may take to start, and then to answer the handshake} Default:
   * 30 seconds: on a machine that is short of time or memory, 10 were not enough for its 300 MB.
   */
  public Duration startTimeout() {
    return set.startTimeout;
  }

  /** {@return how long any other request may wait for its response} Default: 30 seconds. */
  public Duration requestTimeout() {
    return set.requestTimeout;
  }

  /**
   * {@return the grace that the app-server has at each stage of its end} First a login shell that
   * Codex has started may end, which takes no time when none runs; then the app-server may exit by
   * itself once its stdin is closed, then obey a polite signal; after that it is killed. Default: 2
   * seconds.
   */
  public Duration closeTimeout() {
    return set.closeTimeout;
  }

  /**
   * {@return how long the app-server may continue when the JVM ends, so that a shutdown hook of the
   * host can end its turns and close it} After that it is closed anyway. Default: zero, which
   * closes it at once.
   */
  public Duration jvmExitTimeout() {
    return set.jvmExitTimeout;
  }

  /**
   * {@return whether the app-server may ask the host to attest what it is (0.169.0, only with a
   * ChatGPT login)} Default: false.
   */
  public boolean requestAttestation() {
    return set.requestAttestation;
  }

  /**
   * {@return whether to ask for the app-server's experimental methods and fields} Default: true.
   */
  public boolean experimentalApi() {
    return set.experimentalApi;
  }

  /** {@return the notifications that the app-server is not to send} Default: none. */
  public Set<String> optOutNotificationMethods() {
    return Set.copyOf(set.optOut);
  }

  /** {@return further capabilities of the handshake, by their names} Default: none. */
  public Map<String, Object> capabilities() {
    return set.capabilities;
  }

  /** {@return the file that every message is written to, scrubbed; empty for none, the default} */
  public Optional<Path> recording() {
    return Optional.ofNullable(set.recording);
  }

  /** From the resource that the build fills in. */
  private static String libraryVersion() {
    try (InputStream in = CodexOptions.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing from the library");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties of the library cannot be read", e);
    }
  }

  /** Names the options without their values, which may be secrets. */
  @Override
  public String toString() {
    return "CodexOptions[executable=%s, codexHome=%s, workingDirectory=%s, environment=%s, config=%s]"
        .formatted(
            set.executable,
            set.codexHome,
            set.workingDirectory,
            set.environment.keySet(),
            set.config.keySet());
  }

  /** Collects options. Not safe for use by many threads; may be reused after {@link #build}. */
  public static final class Builder {

    private Path executable;
    private Path codexHome;
    private Path workingDirectory;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private EnvironmentRules rules = EnvironmentRules.DEFAULTS;
    private final Map<String, String> config = new LinkedHashMap<>();
    private String clientName = "talaria";
    private String clientTitle = "Talaria";
    private String clientVersion = LIBRARY_VERSION;
    private Duration versionTimeout = Duration.ofSeconds(30);
    private Duration startTimeout = Duration.ofSeconds(30);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration closeTimeout = Duration.ofSeconds(2);
    private Duration jvmExitTimeout = Duration.ZERO;
    private boolean experimentalApi = true;
    private boolean requestAttestation;
    private final Set<String> optOut = new LinkedHashSet<>();
    private Map<String, Object> capabilities = Map.of();
    private Path recording;

    private Builder() {}

    private Builder(Builder from) {
      executable = from.executable;
      codexHome = from.codexHome;
      workingDirectory = from.workingDirectory;
      environment.putAll(from.environment);
      rules = from.rules;
      config.putAll(from.config);
      clientName = from.clientName;
      clientTitle = from.clientTitle;
      clientVersion = from.clientVersion;
      versionTimeout = from.versionTimeout;
      startTimeout = from.startTimeout;
      requestTimeout = from.requestTimeout;
      closeTimeout = from.closeTimeout;
      jvmExitTimeout = from.jvmExitTimeout;
      experimentalApi = from.experimentalApi;
      requestAttestation = from.requestAttestation;
      optOut.addAll(from.optOut);
      capabilities = from.capabilities;
      recording = from.recording;
    }

    /**
     * Runs this executable; a bare name is looked up on the app-server's path, as a shell does.
     *
     * @param executable absolute, relative to this JVM's directory, or a bare name
     * @return this builder
     */
    public Builder executable(Path executable) {
      this.executable = Objects.requireNonNull(executable, "executable");
      return this;
    }

    /**
     * Sets the app-server's {@code CODEX_HOME}.
     *
     * @param codexHome the directory; a relative path is relative to this JVM's directory
     * @return this builder
     */
    public Builder codexHome(Path codexHome) {
      this.codexHome = Objects.requireNonNull(codexHome, "codexHome");
      return this;
    }

    /**
     * Sets the app-server's working directory.
     *
     * @param workingDirectory the directory, which must exist when the app-server starts
     * @return this builder
     */
    public Builder workingDirectory(Path workingDirectory) {
      this.workingDirectory = Objects.requireNonNull(workingDirectory, "workingDirectory");
      return this;
    }

    /**
     * Sets a variable of the app-server. It wins over the host's environment, over every rule and
     * over {@link #codexHome}.
     *
     * @param name the variable's name
     * @param value an empty value sets the variable to nothing; a null value keeps it from the
     *     app-server
     * @return this builder
     * @throws IllegalArgumentException if the name is empty or has a {@code =} or a NUL
     */
    public Builder environment(String name, String value) {
      if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("not a name of an environment variable: " + name);
      }
      environment.put(name, value);
      return this;
    }

    /**
     * Sets many variables, each as {@link #environment(String, String)} does.
     *
     * @param variables values by name; a value may be null
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      variables.forEach(this::environment);
      return this;
    }

    /**
     * Sets variables that only what Codex itself starts for its use may read, such as MCP servers:
     * commands of all sessions get them empty, and Codex keeps no copy of its environment for those
     * in {@code CODEX_HOME/shell_snapshots}, which everybody may read (measured); a command then
     * begins with a login shell.
     *
     * @param variables values by name; for an empty map nothing changes
     * @return this builder
     */
    public Builder secretEnvironment(Map<String, String> variables) {
      if (!variables.isEmpty()) {
        config("features.shell_snapshot", "false");
      }
      variables.forEach(
          (name, value) -> {
            environment(name, value);
            // Codex splits the key at every dot; a shell does not allow names with one.
            if (name.indexOf('.') < 0) {
              config("shell_environment_policy.set." + name, "\"\"");
            }
          });
      return this;
    }

    /**
     * Keeps variables of the host from the app-server. A pattern is a name or a glob with {@code
     * *}, without regard to case; of all patterns that match a name, the one given last decides.
     *
     * <p>Denied from the start are credentials by which a host acts in the world and which Codex
     * does not need: tokens of code forges and build servers ({@code GH_TOKEN}, {@code
     * GITHUB_TOKEN}, {@code GITLAB_TOKEN}), of chat bots ({@code *_BOT_TOKEN}, {@code
     * SLACK_*TOKEN}), keys of clouds ({@code AWS_SECRET_ACCESS_KEY}, {@code CLOUDFLARE_API_TOKEN}),
     * of package publishing and signing ({@code NPM_TOKEN}, {@code *_PASSPHRASE}), of paid
     * services, and a service's own secrets ({@code *_CLIENT_SECRET}). {@code OPENAI_*}, {@code
     * CODEX_*} and everything else is inherited. A host whose Codex runs on Amazon Bedrock with
     * static keys says {@code keepEnvironment("AWS_*")}.
     *
     * @param patterns names or globs
     * @return this builder
     */
    public Builder denyEnvironment(String... patterns) {
      rules = rules.denying(Arrays.asList(patterns));
      return this;
    }

    /**
     * Lets the app-server inherit variables that a pattern given before denies.
     *
     * @param patterns names or globs, as {@link #denyEnvironment} takes them
     * @return this builder
     */
    public Builder keepEnvironment(String... patterns) {
      rules = rules.keeping(Arrays.asList(patterns));
      return this;
    }

    /**
     * Adds {@code -c key=value}; the last value of a key holds. Codex merges a table with what the
     * file has; a wrong override makes it refuse every thread, as a wrong file does.
     *
     * @param key dotted path of the setting; Codex splits it at every dot and does not understand
     *     quotes in it, so that a name with a dot can only stand in an inline table of the value
     * @param toml the value as TOML; what is not TOML is taken as a plain string
     * @return this builder
     * @throws IllegalArgumentException if the key is blank or has a {@code =}
     */
    public Builder config(String key, String toml) {
      if (key.isBlank() || key.contains("=")) {
        throw new IllegalArgumentException(
            "a config key must be neither blank nor contain '=': " + key);
      }
      // Behind those that are there: a later override of a table wins over an earlier one in it.
      config.remove(key);
      config.put(key, Objects.requireNonNull(toml, "toml"));
      return this;
    }

    /**
     * Sets {@code clientInfo} of the handshake: who the host is.
     *
     * @param name a short name, which begins the user agent; no control characters
     * @param title the name for people
     * @param version the host's version
     * @return this builder
     */
    public Builder client(String name, String title, String version) {
      clientName = Objects.requireNonNull(name, "name");
      clientTitle = Objects.requireNonNull(title, "title");
      clientVersion = Objects.requireNonNull(version, "version");
      return this;
    }

    /**
     * Sets {@link CodexOptions#versionTimeout}.
     *
     * @param timeout longer than zero
     * @return this builder
     */
    public Builder versionTimeout(Duration timeout) {
      versionTimeout = Limits.positive("versionTimeout", timeout);
      return this;
    }

    /**
     * Sets {@link CodexOptions#startTimeout}.
     *
     * @param timeout longer than zero
     * @return this builder
     */
    public Builder startTimeout(Duration timeout) {
      startTimeout = Limits.positive("startTimeout", timeout);
      return this;
    }

    /**
     * Sets {@link CodexOptions#requestTimeout}.
     *
     * @param timeout longer than zero
     * @return this builder
     */
    public Builder requestTimeout(Duration timeout) {
      requestTimeout = Limits.positive("requestTimeout", timeout);
      return this;
    }

    /**
     * Sets {@link CodexOptions#closeTimeout}.
     *
     * @param timeout longer than zero, for each stage
     * @return this builder
     */
    public Builder closeTimeout(Duration timeout) {
      closeTimeout = Limits.positive("closeTimeout", timeout);
      return this;
    }

    /**
     * Sets {@link CodexOptions#jvmExitTimeout}. The JVM's end waits for it if nobody closes the
     * app-server.
     *
     * @param timeout zero to close it at once
     * @return this builder
     */
    public Builder jvmExitTimeout(Duration timeout) {
      if (timeout.isNegative()) {
        throw new IllegalArgumentException("jvmExitTimeout cannot be negative: " + timeout);
      }
      jvmExitTimeout = timeout;
      return this;
    }

    /**
     * Writes every message of the connection to a new file, as it happens, with tokens, keys, the
     * home directory and the user's name masked. The file gets mode 0600; one that exists is never
     * touched.
     *
     * @param file a path where no file is; its directory must exist
     * @return this builder
     */
    public Builder recordTo(Path file) {
      recording = Objects.requireNonNull(file, "file");
      return this;
    }

    /**
     * Sets {@link CodexOptions#requestAttestation}.
     *
     * @param wanted true if {@code HostServices.attestation} gives proofs
     * @return this builder
     */
    public Builder requestAttestation(boolean wanted) {
      requestAttestation = wanted;
      return this;
    }

    /**
     * Sets {@link CodexOptions#experimentalApi}.
     *
     * @param wanted false to get along without permission profiles, dynamic tools and other
     *     experiments
     * @return this builder
     */
    public Builder experimentalApi(boolean wanted) {
      experimentalApi = wanted;
      return this;
    }

    /**
     * Has the app-server leave out notifications, such as {@code item/agentMessage/delta} for a
     * host that shows no text while it is written. A name that Codex does not know has no effect.
     *
     * @param methods exact names
     * @return this builder
     * @throws IllegalArgumentException if Talaria needs one of them itself
     */
    public Builder optOutNotificationMethods(String... methods) {
      for (String method : methods) {
        if (NEEDED.contains(method)) {
          throw new IllegalArgumentException(
              "optOutNotificationMethods: Talaria itself needs " + method);
        }
      }
      optOut.addAll(Arrays.asList(methods));
      return this;
    }

    /**
     * Sends a field of the capabilities of {@code initialize} for which there is no option, as it
     * is, such as {@code extensions}. Codex ignores a field that it does not know.
     *
     * @param field the field's name in the protocol
     * @param value any JSON, copied; {@code null} takes the field out again
     * @return this builder
     * @throws IllegalArgumentException if there is an option for it, which the message names
     */
    public Builder extra(String field, JsonNode value) {
      capabilities =
          ExtraFields.with(
              capabilities, EXTRA.checked(field), value == null ? null : value.deepCopy());
      return this;
    }

    /** {@return the options collected so far} */
    public CodexOptions build() {
      return new CodexOptions(this);
    }
  }
}
