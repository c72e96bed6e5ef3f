package dev.talaria.viewer;

import java.time.Duration;
import java.util.Objects;

/** The options of a {@link TalariaViewer}. Immutable. */
public final class ViewerOptions {

  private static final int MOST_PORT = 65_535;

  private final Builder built;

  private ViewerOptions(Builder builder) {
    built = builder.copy();
  }

  /** {@return a read-only viewer, on a free port} */
  public static ViewerOptions defaults() {
    return builder().build();
  }

  /** {@return a builder that starts from the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  int port() {
    return built.port;
  }

  boolean isInteractive() {
    return built.interactive;
  }

  int connections() {
    return built.connections;
  }

  int rawMessages() {
    return built.rawMessages;
  }

  long memory() {
    return built.memory;
  }

  Duration patience() {
    return built.patience;
  }

  boolean isMounted() {
    return built.mounted;
  }

  /** Builds {@link ViewerOptions}. Belongs to one thread. */
  public static final class Builder {

    private int port;
    private boolean mounted;
    private boolean interactive;
    private int connections = 8;
    private int rawMessages = 5000;
    private long memory = 64L * 1024 * 1024;
    private Duration patience = Duration.ofMinutes(1);

    private Builder() {}

    private Builder copy() {
      Builder copy = new Builder();
      copy.port = port;
      copy.mounted = mounted;
      copy.interactive = interactive;
      copy.connections = connections;
      copy.rawMessages = rawMessages;
      copy.memory = memory;
      copy.patience = patience;
      return copy;
    }

    /**
     * The port on the loopback address.
     *
     * @param port 0, the default, for a free one
     * @return this
     */
    public Builder port(int port) {
      if (port < 0 || port > MOST_PORT) {
        throw new IllegalArgumentException("not a port: " + port);
      }
      this.port = port;
      return this;
    }

    /**
     * Starts no server: the host mounts {@link TalariaViewer#handler} in one of its own.
     *
     * @return this
     */
    public Builder mounted() {
      mounted = true;
      return this;
    }

    /**
     * Whether people who have the page may act: answer approvals, begin, steer and interrupt turns.
     *
     * @param interactive false, the default, to look only
     * @return this
     */
    public Builder interactive(boolean interactive) {
      this.interactive = interactive;
      return this;
    }

    /**
     * How many streams of events there may be at once; a page has one, with its raw view two.
     *
     * @param most 8 by default
     * @return this
     */
    public Builder connections(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("at least one connection: " + most);
      }
      connections = most;
      return this;
    }

    /**
     * How many of the latest messages the raw view has.
     *
     * @param most 5000 by default; 0 for none
     * @return this
     */
    public Builder rawMessages(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("not a number of messages: " + most);
      }
      rawMessages = most;
      return this;
    }

    /**
     * How many characters of items are kept, and as many of raw messages; the oldest fall out.
     *
     * @param characters 64 million by default
     * @return this
     */
    public Builder memory(long characters) {
      if (characters < 1) {
        throw new IllegalArgumentException("not a number of characters: " + characters);
      }
      memory = characters;
      return this;
    }

    /**
     * How long an approval that only a browser can answer waits while no page is open, before it is
     * declined.
     *
     * @param limit a minute by default
     * @return this
     */
    public Builder patience(Duration limit) {
      patience = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /** {@return the options} */
    public ViewerOptions build() {
      return new ViewerOptions(this);
    }
  }
}
