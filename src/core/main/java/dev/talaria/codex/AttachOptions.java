package dev.talaria.codex;

import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * How to attach to an app-server that someone else runs: the token, TLS, and for how long a lost
 * connection is restored.
 *
 * <p>Immutable and safe for use by many threads; its {@link Builder} belongs to one thread. A token
 * is asked for at each connect and kept nowhere.
 */
public final class AttachOptions {

  /** A token of 256 bits takes 64 at most; this is room for a JWT. */
  private static final int LONGEST_TOKEN = 16 * 1024;

  /** A private copy of the builder. */
  private final Builder set;

  private AttachOptions(Builder builder) {
    set = new Builder(builder);
  }

  /** {@return no token, the JDK's trust, 10 s to connect, five minutes to come back} */
  public static AttachOptions defaults() {
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
   * {@return where the token comes from, asked at each connect; empty for none, the default} It may
   * fail as the {@link Builder#tokenFile} or {@link Builder#tokenVariable} that it reads.
   */
  public Optional<Supplier<String>> token() {
    return Optional.ofNullable(set.token);
  }

  /** {@return what {@code wss} trusts; empty for the JDK's default} */
  public Optional<SSLContext> tls() {
    return Optional.ofNullable(set.tls);
  }

  /** {@return whether {@code ws} may lead to another machine, without TLS} Default: false. */
  public boolean plainRemoteAllowed() {
    return set.plainRemoteAllowed;
  }

  /** {@return how long one try to connect may take} Default: 10 seconds. */
  public Duration connectTimeout() {
    return set.connectTimeout;
  }

  /**
   * {@return after what silence the connection counts as lost; after half of it the server gets a
   * ping} Default: 20 seconds.
   */
  public Duration idleTimeout() {
    return set.idleTimeout;
  }

  /** {@return for how long a lost connection is restored; zero for never} Default: 5 minutes. */
  public Duration reconnectTimeout() {
    return set.reconnectTimeout;
  }

  /**
   * {@return who the host is, the time limits of requests and the recording; what else these say is
   * for a Codex of one's own} Default: {@link CodexOptions#defaults}.
   */
  public CodexOptions codex() {
    return set.codex;
  }

  /** Names what is set, and no token. */
  @Override
  public String toString() {
    return "AttachOptions[token=%s, plainRemoteAllowed=%s, connectTimeout=%s, idleTimeout=%s, reconnectTimeout=%s]"
        .formatted(
            set.token == null ? "none" : "***",
            set.plainRemoteAllowed,
            set.connectTimeout,
            set.idleTimeout,
            set.reconnectTimeout);
  }

  /** Collects options. Not safe for use by many threads; may be reused after {@link #build}. */
  public static final class Builder {

    private Supplier<String> token;
    private SSLContext tls;
    private boolean plainRemoteAllowed;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(20);
    private Duration reconnectTimeout = Duration.ofMinutes(5);
    private CodexOptions codex = CodexOptions.defaults();

    private Builder() {}

    private Builder(Builder from) {
      token = from.token;
      tls = from.tls;
      plainRemoteAllowed = from.plainRemoteAllowed;
      connectTimeout = from.connectTimeout;
      idleTimeout = from.idleTimeout;
      reconnectTimeout = from.reconnectTimeout;
      codex = from.codex;
    }

    /**
     * Takes the token from a supplier.
     *
     * @param token asked at each connect, on the thread that connects
     * @return this builder
     */
    public Builder token(Supplier<String> token) {
      this.token = Objects.requireNonNull(token, "token");
      return this;
    }

    /**
     * Takes the token from a file, which nobody else may read.
     *
     * @param file read at each connect; white space around the token is left out
     * @return this builder
     */
    public Builder tokenFile(Path file) {
      Objects.requireNonNull(file, "file");
      return token(() -> read(file));
    }

    /**
     * Takes the token from an environment variable.
     *
     * @param name the variable's name
     * @return this builder
     */
    public Builder tokenVariable(String name) {
      Objects.requireNonNull(name, "name");
      return token(
          () -> {
            String value = System.getenv(name);
            if (value == null || value.isBlank()) {
              throw new TalariaException(
                  "the environment variable " + name + " has no token of the server");
            }
            return value.strip();
          });
    }

    /**
     * Trusts what this context trusts, for {@code wss}.
     *
     * @param tls not null
     * @return this builder
     */
    public Builder tls(SSLContext tls) {
      this.tls = Objects.requireNonNull(tls, "tls");
      return this;
    }

    /**
     * Lets {@code ws} lead to another machine, where others on the way can read and change what is
     * sent, the token included.
     *
     * @param allowed false is the default
     * @return this builder
     */
    public Builder plainRemoteAllowed(boolean allowed) {
      this.plainRemoteAllowed = allowed;
      return this;
    }

    /**
     * Limits one try to connect.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder connectTimeout(Duration limit) {
      this.connectTimeout = Limits.positive("connectTimeout", limit);
      return this;
    }

    /**
     * Sets after what silence the connection counts as lost.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder idleTimeout(Duration limit) {
      this.idleTimeout = Limits.positive("idleTimeout", limit);
      return this;
    }

    /**
     * Sets for how long a lost connection is restored, with pauses that grow from 50 ms to 5 s.
     *
     * @param limit zero for never
     * @return this builder
     */
    public Builder reconnectTimeout(Duration limit) {
      if (limit.isNegative()) {
        throw new IllegalArgumentException("reconnectTimeout cannot be negative: " + limit);
      }
      this.reconnectTimeout = limit;
      return this;
    }

    /**
     * Sets who the host is, the time limits of requests and the recording.
     *
     * @param codex not null
     * @return this builder
     */
    public Builder codex(CodexOptions codex) {
      this.codex = Objects.requireNonNull(codex, "codex");
      return this;
    }

    /** {@return the options} */
    public AttachOptions build() {
      return new AttachOptions(this);
    }

    private static String read(Path file) {
      try {
        PosixFileAttributeView view =
            Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Set<PosixFilePermission> may =
            view == null ? Set.of() : view.readAttributes().permissions();
        if (may.contains(PosixFilePermission.OTHERS_READ)
            || may.contains(PosixFilePermission.GROUP_READ)) {
          throw new TalariaException(
              "others may read the token file %s, so it is not used: chmod 600 it, and start the server with a new token"
                  .formatted(file));
        }
        if (Files.size(file) > LONGEST_TOKEN) {
          throw new TalariaException("the token file " + file + " is too long for a token");
        }
        String token = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (token.isEmpty()) {
          throw new TalariaException("the token file " + file + " is empty");
        }
        return token;
      } catch (IOException e) {
        // Without the cause's text, which may quote what was read.
        throw new TalariaException("the token file " + file + " cannot be read", e);
      }
    }
  }
}
