package dev.talaria.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.protocol.AccountLimits.Window;
import dev.talaria.protocol.wire.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sparse notifications of limits, one after the other. */
class AccountLimitsTest {

  private static final Instant RESET = Instant.ofEpochSecond(1_800_000_000);

  private AccountLimits limits = AccountLimits.UNKNOWN;

  private List<Window> told(String rateLimits) {
    limits = limits.after(notification("account/rateLimits/updated", rateLimits));
    return limits.windows();
  }

  private static ServerNotification notification(String method, String rateLimits) {
    try {
      return ServerNotification.of(
          method,
          WireJson.mapper().readTree(("{'rateLimits':" + rateLimits + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_is_left_out_stays_as_it_was() {
    told("{'limitId':'codex','primary':{'usedPercent':40,'resetsAt':1800000000}}");
    told("{'limitId':'codex','primary':null,'secondary':{'usedPercent':7}}");
    assertEquals(
        List.of(
            new Window("primary", 55, Optional.of(RESET)),
            new Window("secondary", 7, Optional.empty())),
        told("{'limitId':'codex','primary':{'usedPercent':55,'resetsAt':null}}"));
  }

  @Test
  void each_limit_has_its_own_windows() {
    told("{'limitId':'codex','primary':{'usedPercent':40}}");
    assertEquals(
        List.of(new Window("primary", 100, Optional.empty())),
        told("{'limitId':'other','primary':{'usedPercent':100}}"));
    assertEquals(
        List.of(new Window("primary", 40, Optional.empty())), told("{\"limitId\":\"codex\"}"));
  }

  @Test
  void an_account_without_windows_and_other_notifications_tell_nothing() {
    assertEquals(
        List.of(),
        told("{\"limitId\":\"codex\",\"primary\":null,\"secondary\":null,\"planType\":null}"));
    AccountLimits before = limits;
    assertSame(before, limits.after(notification("account/updated", "{}")));
  }

  @Test
  void a_window_is_over_at_its_reset() {
    Window window = new Window("primary", 100, Optional.of(RESET));
    assertFalse(window.isOver(RESET.minusSeconds(1)));
    assertTrue(window.isOver(RESET));
    assertFalse(new Window("primary", 100, Optional.empty()).isOver(RESET));
  }
}
