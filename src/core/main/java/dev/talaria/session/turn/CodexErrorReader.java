package dev.talaria.session.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnError.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Codex reports as the error of a turn, and says that a login is needed where there is
 * evidence for it.
 *
 * <p>Pure functions. Some words are evidence of a login wherever they stand, also in the end of
 * stderr that a lost connection brings; others, such as "unauthorized", are said by anything that
 * warms up in the background and count only where Codex itself named the status.
 */
public final class CodexErrorReader {

  private static final String BROKEN_STREAM = "stream disconnected before completion";
  private static final Pattern STATUS = Pattern.compile("^unexpected status (\\d{3})\\b");

  private static final List<String> LOGIN_EVIDENCE =
      List.of(
          "invalid_grant",
          "invalid grant",
          "refresh token",
          "refresh_token",
          "token refresh",
          "token_refresh",
          "token has expired",
          "expired_token",
          "token_expired",
          "expired token",
          "not authenticated",
          "unauthenticated",
          "re-authenticate",
          "reauthenticate",
          "please log in",
          "please login",
          "no auth profile");

  private static final String LOGIN_ADVICE =
      " (the login looks expired or invalid: run `codex login`, or check the key of the model"
          + " provider)";

  private CodexErrorReader() {}

  /**
   * What Codex reports, with its message taken out of JSON envelopes.
   *
   * @param limitsResetAt when the account's limits are reset, if they are used up
   */
  static TurnError read(CodexError error, Optional<Instant> limitsResetAt) {
    String message = unwrap(error.message());
    Kind kind = kind(error);
    boolean limited = kind == Kind.USAGE_LIMIT || kind == Kind.RATE_LIMIT;
    return withLoginAdvice(
        new TurnError(
            kind,
            message.isBlank() ? "Codex reported an error without a message" : message,
            retryAt(message, limited ? limitsResetAt : Optional.empty())));
  }

  private static Optional<Instant> retryAt(String message, Optional<Instant> reset) {
    Optional<Instant> stated = RetryTimeParser.in(message, Instant.now(), ZoneId.systemDefault());
    // The same time, exact to the second.
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

  /** The error, as one of the login if it is one. */
  public static TurnError withLoginAdvice(TurnError error) {
    boolean login =
        error.kind() == Kind.UNAUTHORIZED
            || error.kind() == Kind.OTHER && isAboutLogin(error.message());
    return login
        ? new TurnError(Kind.UNAUTHORIZED, error.message() + LOGIN_ADVICE, error.retryAt())
        : error;
  }

  /** Whether a text says by itself that the login is not valid. */
  static boolean isAboutLogin(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return LOGIN_EVIDENCE.stream().anyMatch(lower::contains);
  }
}
