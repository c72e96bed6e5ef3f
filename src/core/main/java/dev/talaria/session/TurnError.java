package dev.talaria.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.wire.WireJson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** The host's listener was so slow that the mailbox overflowed. */
    OVERFLOW("overflow");

    private final String jsonName;

    Kind(String jsonName) {
      this.jsonName = jsonName;
    }

    /** The name in JSON output. */
    public String jsonName() {
      return jsonName;
    }
  }

  private static final String BROKEN_STREAM = "stream disconnected before completion";
  private static final Pattern STATUS = Pattern.compile("^unexpected status (\\d{3})\\b");

  public TurnError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(retryAt, "retryAt");
    message = Redaction.redact(message);
  }

  /** A failure of which nobody said when to try again. */
  public TurnError(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  /**
   * Whether the same turn may succeed later, without anybody changing anything: the model or the
   * way to it failed, not the request.
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

  /**
   * What Codex reports, with its message taken out of JSON envelopes.
   *
   * @param limitsResetAt when the account's limits are reset, if they are used up
   */
  static TurnError of(CodexError error, Optional<Instant> limitsResetAt) {
    String message = unwrap(error.message());
    Kind kind = kind(error);
    boolean limited = kind == Kind.USAGE_LIMIT || kind == Kind.RATE_LIMIT;
    return new TurnError(
        kind,
        message.isBlank() ? "Codex reported an error without a message" : message,
        retryAt(message, limited ? limitsResetAt : Optional.empty()));
  }

  private static Optional<Instant> retryAt(String message, Optional<Instant> reset) {
    Optional<Instant> stated = RetryTimeParser.in(message, Instant.now(), ZoneId.systemDefault());
    // The same time, told to the second.
    return stated.isEmpty() || reset.filter(exact -> isWithin(exact, stated.get())).isPresent()
        ? reset
        : stated;
  }

  private static boolean isWithin(Instant exact, Instant endOfMinute) {
    return endOfMinute.equals(endOfMinute.truncatedTo(ChronoUnit.MINUTES))
        && !exact.isAfter(endOfMinute)
        && !exact.isBefore(endOfMinute.minusSeconds(60));
  }

  private static Kind kind(CodexError error) {
    return switch (error.kind()) {
      case "usageLimitExceeded", "sessionBudgetExceeded" -> Kind.USAGE_LIMIT;
      case "rateLimitExceeded" -> Kind.RATE_LIMIT;
      case "contextWindowExceeded" -> Kind.CONTEXT_WINDOW;
      case "unauthorized" -> Kind.UNAUTHORIZED;
      case "serverOverloaded", "policyCapacityUnavailable", "flexUnavailable" -> Kind.OVERLOADED;
      case "internalServerError" -> Kind.SERVER_ERROR;
      case "badRequest", "modelNotFound" -> Kind.BAD_REQUEST;
      case "sandboxError" -> Kind.SANDBOX;
      case "cyberPolicy", "misalignmentPolicyViolation", "inferenceHookDenied", "tooManyDenials" ->
          Kind.POLICY;
      case "httpConnectionFailed",
          "responseStreamConnectionFailed",
          "responseStreamDisconnected",
          "responseTooManyFailedAttempts" ->
          ofStatus(error.httpStatus().orElse(0), Kind.CONNECTION);
      default -> ofText(error.message());
    };
  }

  /** A broken stream has no kind of its own on any version that was measured. */
  private static Kind ofText(String message) {
    return ofStatus(
        statusInText(message), message.startsWith(BROKEN_STREAM) ? Kind.CONNECTION : Kind.OTHER);
  }

  /** 0.125.0 and 0.130.0 name the status in the text only. */
  private static int statusInText(String message) {
    Matcher matcher = STATUS.matcher(message);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static Kind ofStatus(int status, Kind otherwise) {
    if (status == 401 || status == 403) {
      return Kind.UNAUTHORIZED;
    } else if (status == 429) {
      return Kind.RATE_LIMIT;
    } else if (status >= 400 && status < 500) {
      return Kind.BAD_REQUEST;
    } else if (status >= 500) {
      return Kind.SERVER_ERROR;
    }
    return otherwise;
  }

  private static String unwrap(String message) {
    if (!message.startsWith("{")) {
      return message;
    }
    try {
      JsonNode envelope = WireJson.mapper().readTree(message);
      for (String pointer : new String[] {"/error/message", "/detail", "/message", "/error"}) {
        JsonNode inner = envelope.at(pointer);
        if (inner.isTextual()) {
          return inner.textValue();
        }
      }
      return message;
    } catch (JsonProcessingException notAnEnvelope) {
      return message;
    }
  }
}
