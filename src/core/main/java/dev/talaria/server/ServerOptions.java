package dev.talaria.server;

import dev.talaria.codex.CodexOptions;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Codex to run as a server, and where it listens.
 *
 * <p>Immutable and safe for use by many threads; its {@link Builder} belongs to one thread.
 */
public final class ServerOptions {

  /** The word for a unix socket in a folder of the server's. */
  static final String UNIX = "unix";

  private static final Pattern LOOPBACK =
      Pattern.compile("ws://(?:127(?:\\.\\d{1,3}){3}|\\[::1]):(\\d{1,5})");

  private static final int LARGEST_PORT = 65_535;

  private final CodexOptions codex;
  private final String listen;

  private ServerOptions(Builder builder) {
    codex = builder.codex;
    listen = builder.listen;
  }

  /** {@return a unix socket, and the Codex of {@link CodexOptions#defaults}} */
  public static ServerOptions defaults() {
    return builder().build();
  }

  /** {@return a builder that starts from the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return which Codex runs, with which home, environment and configuration} The server gets no
   * more than {@link CodexOptions#startTimeout} to answer. What clients set is not looked at, such
   * as the client's name.
   */
  public CodexOptions codex() {
    return codex;
  }

  /** {@return {@code unix}, the default, or a {@code ws} address of this machine} */
  public String listen() {
    return listen;
  }

  boolean isUnix() {
    return listen.equals(UNIX);
  }

  /** Collects options. Not safe for use by many threads; may be reused after {@link #build}. */
  public static final class Builder {

    private CodexOptions codex = CodexOptions.defaults();
    private String listen = UNIX;

    private Builder() {}

    /**
     * Sets which Codex runs, and how.
     *
     * @param codex its home is the one that the server is found by
     * @return this builder
     */
    public Builder codex(CodexOptions codex) {
      this.codex = Objects.requireNonNull(codex, "codex");
      return this;
    }

    /**
     * Sets where the server listens.
     *
     * @param listen {@code unix} for a socket that only this user can reach, which Codex 0.125.0
     *     cannot do; or {@code ws://127.0.0.1:PORT} or {@code ws://[::1]:PORT}, where port 0 lets
     *     the system choose one
     * @return this builder
     * @throws IllegalArgumentException if it is anything else, such as an address that other
     *     machines can reach
     */
    public Builder listen(String listen) {
      Matcher address = LOOPBACK.matcher(listen);
      boolean port = address.matches() && Integer.parseInt(address.group(1)) <= LARGEST_PORT;
      if (!port && !listen.equals(UNIX)) {
        throw new IllegalArgumentException(
            "a server listens for this machine only: on unix, ws://127.0.0.1:PORT or"
                + " ws://[::1]:PORT, where port 0 lets the system choose one; not on '"
                + listen
                + "'");
      }
      this.listen = listen;
      return this;
    }

    /** {@return the options} */
    public ServerOptions build() {
      return new ServerOptions(this);
    }
  }
}
