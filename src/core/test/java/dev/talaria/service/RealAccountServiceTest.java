package dev.talaria.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.v2.Account;
import dev.talaria.protocol.v2.GetAccountResponse;
import dev.talaria.protocol.v2.GetAccountTokenUsageResponse;
import dev.talaria.protocol.v2.PlanType;
import dev.talaria.protocol.v2.RateLimitSnapshot;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logins at a loopback issuer, and what Codex keeps of them. */
@Timeout(120)
class RealAccountServiceTest {

  private static final String KEY = "sk-proj-loopback0123456789abcdef";

  private static void end(PendingLogin login) throws Exception {
    login.end().get(60, TimeUnit.SECONDS);
  }

  private static Throwable failure(CompletableFuture<?> end) {
    return assertThrows(ExecutionException.class, () -> end.get(60, TimeUnit.SECONDS)).getCause();
  }

  private static JsonNode secretFile(ServiceLab lab) throws Exception {
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(lab.authFile()));
    return WireJson.mapper().readTree(lab.authFile().toFile());
  }

  @Test
  void an_api_key_is_kept_in_a_file_of_the_user_alone_until_the_logout() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.start();
        ServiceLab lab = ServiceLab.start(issuer)) {
      AccountService account = lab.codex.account();
      GetAccountResponse before = account.read();
      assertEquals(Optional.empty(), before.account());
      assertTrue(before.requiresOpenaiAuth());
      account.loginWithApiKey(KEY);
      assertInstanceOf(Account.ApiKey.class, account.read().account().orElseThrow());
      assertEquals(KEY, secretFile(lab).path("OPENAI_API_KEY").asText());
      RpcException limits = assertThrows(RpcException.class, account::rateLimits);
      assertEquals(-32600, limits.code());
      assertTrue(limits.getMessage().contains("chatgpt authentication required"), limits::toString);
      assertThrows(RpcException.class, account::usage);
      account.logout();
      assertTrue(Files.notExists(lab.authFile()));
      assertFalse(lab.holds(KEY));
      assertFalse(lab.codex.stderrTail(500).contains(KEY));
      assertEquals(Optional.empty(), account.read().account());
    }
  }

  @Test
  void a_blank_key_is_not_sent() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      assertThrows(IllegalArgumentException.class, () -> lab.codex.account().loginWithApiKey(" "));
      assertTrue(Files.notExists(lab.authFile()));
    }
  }

  @Test
  void a_login_by_device_code_ends_when_the_code_is_entered() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.start();
        ServiceLab lab = ServiceLab.start(issuer)) {
      AccountService account = lab.codex.account();
      PendingLogin login = account.loginWithDeviceCode();
      assertEquals(issuer.url() + "/codex/device", login.url());
      assertEquals(Optional.of(LoginIssuer.CODE), login.userCode());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> issuer.requests().stream().anyMatch(r -> r.contains("deviceauth/token")));
      assertFalse(login.end().isDone());
      issuer.confirm();
      end(login);
      Account.Chatgpt who =
          assertInstanceOf(Account.Chatgpt.class, account.read().account().orElseThrow());
      assertEquals(Optional.of(LoginIssuer.EMAIL), who.email());
      assertEquals(PlanType.PLUS, who.planType());
      assertEquals(LoginIssuer.REFRESH_TOKEN, secretFile(lab).at("/tokens/refresh_token").asText());
      RateLimitSnapshot limits = account.rateLimits().rateLimits();
      assertEquals(12, limits.primary().orElseThrow().usedPercent());
      assertEquals(Optional.of(300L), limits.primary().orElseThrow().windowDurationMins());
      assertEquals(Optional.of("3"), limits.credits().orElseThrow().balance());
      GetAccountTokenUsageResponse usage = account.usage();
      assertEquals(Optional.of(9999L), usage.summary().lifetimeTokens());
      assertEquals(1500, usage.dailyUsageBuckets().get(0).tokens());
      assertEquals(
          Optional.empty(),
          account.usage("01a1fe87-0000-7000-8000-000000000000").threadUsage(),
          "this backend does not know the thread");
      account.logout();
      assertFalse(lab.holds(LoginIssuer.REFRESH_TOKEN));
      assertTrue(issuer.requests().stream().anyMatch(r -> r.startsWith("POST /revoke")));
    }
  }

  @Test
  void a_login_in_the_browser_ends_when_the_browser_comes_back() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.startForBrowser();
        ServiceLab lab = ServiceLab.start(issuer)) {
      PendingLogin login = lab.codex.account().loginWithBrowser();
      assertTrue(login.url().startsWith(issuer.url() + "/oauth/authorize?"), login.url());
      assertEquals(Optional.empty(), login.userCode());
      assertFalse(login.end().isDone());
      LoginIssuer.openInBrowser(login.url());
      end(login);
      assertInstanceOf(Account.Chatgpt.class, lab.codex.account().read().account().orElseThrow());
      secretFile(lab);
    }
  }

  @Test
  void a_cancelled_login_ends_with_a_failure_and_leaves_nothing() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.startForBrowser();
        ServiceLab lab = ServiceLab.start(issuer)) {
      AccountService account = lab.codex.account();
      PendingLogin device = account.loginWithDeviceCode();
      device.cancel();
      assertInstanceOf(TalariaException.class, failure(device.end()));
      PendingLogin browser = account.loginWithBrowser();
      assertNotEquals(device.id(), browser.id());
      browser.cancel();
      Throwable why = failure(browser.end());
      assertTrue(why.getMessage().startsWith("the login failed: "), why::toString);
      browser.cancel();
      assertTrue(Files.notExists(lab.authFile()));
      assertEquals(Optional.empty(), account.read().account());
    }
  }

  @Test
  void a_second_login_ends_the_first() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.start();
        ServiceLab lab = ServiceLab.start(issuer)) {
      PendingLogin first = lab.codex.account().loginWithDeviceCode();
      PendingLogin second = lab.codex.account().loginWithDeviceCode();
      assertInstanceOf(TalariaException.class, failure(first.end()));
      assertFalse(second.end().isDone());
      issuer.confirm();
      end(second);
    }
  }

  @Test
  void a_login_that_the_issuer_refuses_is_a_refusal() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.start();
        ServiceLab lab = ServiceLab.start(issuer)) {
      issuer.refuse();
      RpcException refused =
          assertThrows(RpcException.class, () -> lab.codex.account().loginWithDeviceCode());
      assertTrue(refused.getMessage().contains("device code login is not enabled"));
    }
  }

  @Test
  void a_login_fails_when_codex_is_gone() throws Exception {
    try (LoginIssuer issuer = LoginIssuer.start();
        ServiceLab lab = ServiceLab.start(issuer)) {
      PendingLogin killed = lab.codex.account().loginWithDeviceCode();
      lab.process.destroyForcibly();
      assertInstanceOf(ConnectionLostException.class, failure(killed.end()));
      lab.codex.ensureRunning();
      PendingLogin closed = lab.codex.account().loginWithDeviceCode();
      lab.codex.close();
      assertInstanceOf(ConnectionLostException.class, failure(closed.end()));
    }
  }
}
