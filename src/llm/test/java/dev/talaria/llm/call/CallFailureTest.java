package dev.talaria.llm.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.llm.LlmException;
import dev.talaria.session.result.TurnError;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What kind of failure each report of Codex is. */
class CallFailureTest {

  private static LlmException.Kind kind(TurnError.Kind kind, String message) {
    return CallFailure.of(new TurnError(kind, message)).kind();
  }

  @Test
  void the_kind_that_codex_gives_decides_whatever_the_words_are() {
    Map<TurnError.Kind, LlmException.Kind> kinds = new EnumMap<>(TurnError.Kind.class);
    kinds.put(TurnError.Kind.USAGE_LIMIT, LlmException.Kind.USAGE_LIMIT);
    kinds.put(TurnError.Kind.RATE_LIMIT, LlmException.Kind.RATE_LIMIT);
    kinds.put(TurnError.Kind.CONTEXT_WINDOW, LlmException.Kind.REFUSED);
    kinds.put(TurnError.Kind.UNAUTHORIZED, LlmException.Kind.NOT_LOGGED_IN);
    kinds.put(TurnError.Kind.OVERLOADED, LlmException.Kind.OVERLOADED);
    kinds.put(TurnError.Kind.SERVER_ERROR, LlmException.Kind.CONNECTION);
    kinds.put(TurnError.Kind.SANDBOX, LlmException.Kind.UNREACHABLE);
    kinds.put(TurnError.Kind.CONNECTION, LlmException.Kind.CONNECTION);
    kinds.put(TurnError.Kind.POLICY, LlmException.Kind.REFUSED);
    kinds.put(TurnError.Kind.TIMEOUT, LlmException.Kind.TIMEOUT);
    kinds.put(TurnError.Kind.CONNECTION_LOST, LlmException.Kind.UNREACHABLE);
    kinds.put(TurnError.Kind.CLOSED, LlmException.Kind.UNREACHABLE);
    kinds.put(TurnError.Kind.OVERFLOW, LlmException.Kind.UNREACHABLE);
    kinds.forEach(
        (given, expected) ->
            assertEquals(
                expected,
                kind(given, "the model is not found, 429, overloaded"),
                () -> given + ""));
  }

  @Test
  void words_count_where_codex_gives_no_kind() {
    assertEquals(LlmException.Kind.RATE_LIMIT, kind(TurnError.Kind.OTHER, "429 Too Many Requests"));
    assertEquals(
        LlmException.Kind.OVERLOADED,
        kind(TurnError.Kind.REFUSED, "Server overloaded; retry later."));
    assertEquals(
        LlmException.Kind.MODEL_UNAVAILABLE,
        kind(TurnError.Kind.BAD_REQUEST, "The model `x` does not exist"));
    assertEquals(
        LlmException.Kind.MODEL_UNAVAILABLE,
        kind(TurnError.Kind.OTHER, "The 'x' model is not supported with this account."));
    assertEquals(LlmException.Kind.OTHER, kind(TurnError.Kind.OTHER, "port 4290 is closed"));
    assertEquals(
        LlmException.Kind.REFUSED, kind(TurnError.Kind.BAD_REQUEST, "the tool was not found"));
  }

  @Test
  void the_time_and_the_cause_are_kept_and_secrets_are_not() {
    Instant reset = Instant.ofEpochSecond(4_102_444_800L);
    TurnError limited = new TurnError(TurnError.Kind.USAGE_LIMIT, "used up", Optional.of(reset));
    assertEquals(Optional.of(reset), CallFailure.of(limited).retryAt());
    TalariaException problem =
        new TalariaException("no start: Authorization: Bearer sk-abcdefghijklmnop1234567890");
    LlmException failure = CallFailure.of(problem);
    assertEquals(LlmException.Kind.UNREACHABLE, failure.kind());
    assertEquals(problem, failure.getCause());
    assertTrue(!failure.getMessage().contains("abcdefghijklmnop"), failure.getMessage());
    assertEquals(LlmException.Kind.OTHER, CallFailure.of((TurnError) null).kind());
    assertEquals(
        LlmException.Kind.REFUSED, CallFailure.of(new IllegalArgumentException("x")).kind());
  }
}
