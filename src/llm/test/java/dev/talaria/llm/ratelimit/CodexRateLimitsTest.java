package dev.talaria.llm.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.llm.ratelimit.RateLimitSignal.Status;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.wire.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Notifications of limits as signals for a governor. */
class CodexRateLimitsTest {

  private static final Instant RESET = Instant.ofEpochSecond(1_800_000_000);

  private final List<RateLimitSignal> signals = new ArrayList<>();
  private Instant now = RESET.minusSeconds(60);
  private final CodexRateLimits limits = new CodexRateLimits(signals::add, () -> now);

  private static ServerNotification used(String windows) {
    try {
      return ServerNotification.of(
          "account/rateLimits/updated",
          WireJson.mapper().readTree(("{'rateLimits':{" + windows + "}}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static RateLimitSignal signal(Status status, String type, double share) {
    return new RateLimitSignal(
        "codex",
        status,
        Optional.of(RESET),
        Optional.empty(),
        OptionalDouble.of(share),
        Optional.of(type));
  }

  @Test
  void the_fullest_window_counts() {
    limits.notification(
        used(
            "'primary':{'usedPercent':20,'resetsAt':1800000000},"
                + "'secondary':{'usedPercent':85,'resetsAt':1800000000}"));
    assertEquals(List.of(signal(Status.ALLOWED, "secondary", 0.85)), signals);
  }

  @Test
  void a_window_that_is_used_up_is_a_warning() {
    limits.notification(used("'primary':{'usedPercent':104,'resetsAt':1800000000}"));
    assertEquals(List.of(signal(Status.WARNING, "primary", 1)), signals);
  }

  @Test
  void a_window_that_began_anew_says_nothing_and_a_passed_call_says_what_is_known() {
    AccountLimits known =
        AccountLimits.UNKNOWN.after(used("'primary':{'usedPercent':90,'resetsAt':1800000000}"));
    assertEquals(signal(Status.ALLOWED, "primary", 0.9), RateLimitSignal.of(known, now));
    now = RESET;
    limits.notification(used("'primary':{'usedPercent':90,'resetsAt':1800000000}"));
    assertEquals(List.of(), signals);
    assertEquals(RateLimitSignal.of("codex", Status.ALLOWED), RateLimitSignal.of(known, now));
  }

  @Test
  void an_account_without_limits_says_nothing() {
    limits.notification(used("'primary':null,'secondary':null"));
    limits.notification(
        ServerNotification.of("account/updated", WireJson.mapper().createObjectNode()));
    assertEquals(List.of(), signals);
  }
}
