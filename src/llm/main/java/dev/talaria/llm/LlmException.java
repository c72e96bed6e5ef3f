package dev.talaria.llm;

import dev.talaria.base.TalariaException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A call to the model failed.
 *
 * <p>Immutable; the message is redacted and says what to do where there is something to do.
 */
public class LlmException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** What failed. */
  public enum Kind {
    /** The configured model is not one of Codex's; nothing was started. */
    UNSUPPORTED_MODEL("unsupportedModel"),
    /** The account does not have the model. */
    MODEL_UNAVAILABLE("modelUnavailable"),
    /** Codex is not logged in, or the login is not accepted. */
    NOT_LOGGED_IN("notLoggedIn"),
    /** Too many requests in a short time. */
    RATE_LIMIT("rateLimit"),
    /** The quota of the plan or the account is used up. */
    USAGE_LIMIT("usageLimit"),
    /** The model has no capacity at the moment. */
    OVERLOADED("overloaded"),
    /** The model's server failed, or the connection to it. */
    CONNECTION("connection"),
    /** Codex does not start, does not answer, or is gone. */
    UNREACHABLE("unreachable"),
    /** The time limit of the call is over. */
    TIMEOUT("timeout"),
    /** A tool failed, and the loop was to fail with it. */
    TOOL_FAILED("toolFailed"),
    /** The answer is not what the schema wants. */
    INVALID_OUTPUT("invalidOutput"),
    /** The model ended without an answer. */
    NO_ANSWER("noAnswer"),
    /** Codex or the model refused the request. */
    REFUSED("refused"),
    /** Something else. */
    OTHER("other");

    private final String jsonName;

    Kind(String jsonName) {
      this.jsonName = jsonName;
    }

    /** {@return the name in JSON output} */
    public String jsonName() {
      return jsonName;
    }
  }

  /** What failed. */
  private final Kind kind;

  private final transient Instant retryAt;
  private final transient LlmMetrics metrics;

  /**
   * A failure of which nothing more is known.
   *
   * @param kind what failed
   * @param message what happened and what to do, without secrets
   */
  public LlmException(Kind kind, String message) {
    this(kind, message, null, null, null);
  }

  /**
   * A failure of which more is known; for a host's own {@link LlmRuntime}, too.
   *
   * @param kind what failed
   * @param message what happened and what to do, without secrets
   * @param cause {@code null} for none
   * @param retryAt when it may be tried again; {@code null} if that is not known
   * @param metrics what the call took; {@code null} if nothing was started
   */
  public LlmException(
      Kind kind, String message, Throwable cause, Instant retryAt, LlmMetrics metrics) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.retryAt = retryAt;
    this.metrics = metrics;
  }

  /** {@return what failed} */
  public Kind kind() {
    return kind;
  }

  /** {@return when it may be tried again, if Codex or the model's server said so} */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  /** {@return what the call took; empty when nothing was started} */
  public Optional<LlmMetrics> metrics() {
    return Optional.ofNullable(metrics);
  }
}
