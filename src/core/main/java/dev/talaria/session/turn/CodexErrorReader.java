package dev.talaria.session.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.WireJson;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnError.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Codex reports as the error of a turn. Pure functions. */
final class CodexErrorReader {

  private static final String BROKEN_STREAM = "stream disconnected before completion";
  private static final Pattern STATUS = Pattern.compile("^unexpected status (\\d{3})\\b");

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
    return LoginAdvice.on(
        new TurnError(
            kind,
            message.isBlank() ? "Codex reported an error without a message" : message,
            retryAt(message, limited ? limitsResetAt : Optional.empty())));
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
