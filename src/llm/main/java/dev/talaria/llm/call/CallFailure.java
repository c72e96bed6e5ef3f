package dev.talaria.llm.call;

import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.result.TurnError;
import java.util.regex.Pattern;

/**
 * Reads what Codex reports as a failure of a call. Pure functions.
 *
 * <p>Codex's own kind decides. Its message counts only where it gives no kind, and what a tool said
 * never does.
 */
public final class CallFailure {

  private static final Pattern MODEL =
      Pattern.compile(
          "(?i)\\bmodel\\b.*(\\bnot supported\\b|\\bnot available\\b|\\bdoes not exist\\b"
              + "|\\bnot found\\b|\\bdo not have access\\b)"
              + "|\\bunknown model\\b|\\bunsupported model\\b",
          Pattern.DOTALL);
  private static final Pattern TOO_MANY =
      Pattern.compile("(?i)\\b429\\b|\\brate limit|\\btoo many requests\\b");
  private static final Pattern OVERLOADED = Pattern.compile("(?i)\\boverloaded\\b");

  private CallFailure() {}

  /** Why a turn did not complete; {@code null} stands for a turn that Codex stopped unasked. */
  public static LlmException of(TurnError error) {
    if (error == null) {
      return new LlmException(LlmException.Kind.OTHER, "Codex interrupted the call by itself");
    }
    return new LlmException(kind(error), error.message(), null, error.retryAt().orElse(null), null);
  }

  /** Why a thread could not be opened, or Codex could not be asked. */
  public static LlmException of(Throwable problem) {
    if (problem instanceof LlmException known) {
      return known;
    }
    String message = Guard.words(problem);
    LlmException.Kind kind = LlmException.Kind.OTHER;
    if (problem instanceof RpcException) {
      kind = ofText(message, LlmException.Kind.REFUSED);
    } else if (problem instanceof TalariaException) {
      kind = LlmException.Kind.UNREACHABLE;
    } else if (problem instanceof IllegalArgumentException) {
      kind = LlmException.Kind.REFUSED;
    }
    return new LlmException(kind, message, problem, null, null);
  }

  /** The failure with what its call took. */
  static LlmException with(LlmException failure, LlmMetrics taken) {
    LlmException full =
        new LlmException(
            failure.kind(),
            failure.getMessage(),
            failure.getCause(),
            failure.retryAt().orElse(null),
            taken);
    full.setStackTrace(failure.getStackTrace());
    return full;
  }

  /** Why a schema of an answer cannot be used. */
  public static LlmException ofSchema(IllegalArgumentException problem) {
    return new LlmException(
        LlmException.Kind.REFUSED, "the answer's schema cannot be used: " + problem.getMessage());
  }

  /**
   * The text of an answer.
   *
   * @throws LlmException with {@link LlmException.Kind#NO_ANSWER} if it is blank
   */
  public static String unlessBlank(String text) {
    if (text.isBlank()) {
      throw new LlmException(
          LlmException.Kind.NO_ANSWER, "Codex completed without an agent message");
    }
    return text;
  }

  private static LlmException.Kind kind(TurnError error) {
    return switch (error.kind()) {
      case USAGE_LIMIT -> LlmException.Kind.USAGE_LIMIT;
      case RATE_LIMIT -> LlmException.Kind.RATE_LIMIT;
      case OVERLOADED -> LlmException.Kind.OVERLOADED;
      case UNAUTHORIZED -> LlmException.Kind.NOT_LOGGED_IN;
      case SERVER_ERROR -> LlmException.Kind.CONNECTION;
      // Before 0.169.0 a rate limit inside the stream is a broken stream with a time.
      case CONNECTION ->
          error.retryAt().isPresent() && TOO_MANY.matcher(error.message()).find()
              ? LlmException.Kind.RATE_LIMIT
              : LlmException.Kind.CONNECTION;
      case CONNECTION_LOST, CLOSED, DETACHED, OVERFLOW, SANDBOX -> LlmException.Kind.UNREACHABLE;
      case TIMEOUT -> LlmException.Kind.TIMEOUT;
      case CONTEXT_WINDOW, POLICY -> LlmException.Kind.REFUSED;
      case BAD_REQUEST ->
          MODEL.matcher(error.message()).find()
              ? LlmException.Kind.MODEL_UNAVAILABLE
              : LlmException.Kind.REFUSED;
      case REFUSED -> ofText(error.message(), LlmException.Kind.REFUSED);
      case OTHER -> ofText(error.message(), LlmException.Kind.OTHER);
    };
  }

  private static LlmException.Kind ofText(String message, LlmException.Kind otherwise) {
    if (TOO_MANY.matcher(message).find()) {
      return LlmException.Kind.RATE_LIMIT;
    } else if (OVERLOADED.matcher(message).find()) {
      return LlmException.Kind.OVERLOADED;
    }
    return MODEL.matcher(message).find() ? LlmException.Kind.MODEL_UNAVAILABLE : otherwise;
  }
}
