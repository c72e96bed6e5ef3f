package dev.talaria.session.result;

import dev.talaria.base.Redaction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a turn did not complete. Immutable; the message is redacted.
 *
 * @param kind what kind of failure it is
 * @param message what happened, for people
 * @param retryAt when it may be tried again, if Codex or the model's server said so
 */
public record TurnError(Kind kind, String message, Optional<Instant> retryAt) {

  /** The kinds of failure, after Codex's {@code codexErrorInfo} and our own side's. */
  public enum Kind {
    /** The plan's or the account's quota is used up. */
    USAGE_LIMIT("usageLimit"),
    /** Too many requests in a short time. */
    RATE_LIMIT("rateLimit"),
    /** The conversation no longer fits into the model's window. */
    CONTEXT_WINDOW("contextWindow"),
    /** The credentials were not accepted. */
    UNAUTHORIZED("unauthorized"),
    /** The model has no capacity at the moment. */
    OVERLOADED("overloaded"),
    /** The model's server failed. */
    SERVER_ERROR("serverError"),
    /** The request was refused as wrong, such as an unknown model. */
    BAD_REQUEST("badRequest"),
    /** The sandbox could not be set up. */
    SANDBOX("sandbox"),
    /** The model could not be reached, or the stream broke. */
    CONNECTION("connection"),
    /** Refused by a policy of the model's provider. */
    POLICY("policy"),
    /** Codex gave no kind, or an answer that is not understood. */
    OTHER("other"),
    /** The turn's time limit is over. */
    TIMEOUT("timeout"),
    /** The app-server refused the request. */
    REFUSED("refused"),
    /** The app-server is gone. */
    CONNECTION_LOST("connectionLost"),
    /** The session was closed while the turn ran. */
    CLOSED("closed"),
    /** The session was closed, and the turn continues in the server that it was attached to. */
    DETACHED("detached"),
    /** The host's listener was so slow that the mailbox overflowed. */
    OVERFLOW("overflow");

    private final String jsonName;

    Kind(String jsonName) {
      this.jsonName = jsonName;
    }

    /** {@return the name in JSON output} */
    public String jsonName() {
      return jsonName;
    }
  }

  /**
   * Redacts the message.
   *
   * @param kind not null
   * @param message not null
   * @param retryAt not null; empty when unknown
   */
  public TurnError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(retryAt, "retryAt");
    message = Redaction.redact(message);
  }

  /**
   * A failure without a time at which to try again.
   *
   * @param kind not null
   * @param message not null; what looks like a secret is masked
   */
  public TurnError(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  /**
   * {@return whether the same turn may succeed later, without anybody changing anything: the model
   * or the way to it failed, not the request}
   */
  public boolean retryable() {
    return switch (kind) {
      case USAGE_LIMIT,
          RATE_LIMIT,
          OVERLOADED,
          SERVER_ERROR,
          CONNECTION,
          CONNECTION_LOST,
          TIMEOUT ->
          true;
      default -> false;
    };
  }
}
