package dev.talaria.service;

import dev.talaria.base.TalariaException;
import dev.talaria.protocol.v2.AccountLoginCompletedNotification;
import dev.talaria.protocol.v2.CancelLoginAccountParams;
import dev.talaria.protocol.v2.GetAccountParams;
import dev.talaria.protocol.v2.GetAccountRateLimitsParams;
import dev.talaria.protocol.v2.GetAccountRateLimitsResponse;
import dev.talaria.protocol.v2.GetAccountResponse;
import dev.talaria.protocol.v2.GetAccountTokenUsageParams;
import dev.talaria.protocol.v2.GetAccountTokenUsageResponse;
import dev.talaria.protocol.v2.LoginAccountParams;
import dev.talaria.protocol.v2.LoginAccountResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads who is logged in to Codex and what is left of the account's limits, and logs in and out.
 */
public final class AccountService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public AccountService(TypedCalls calls) {
    this.calls = calls;
  }

  /** {@return who is logged in, and whether the model provider needs an OpenAI login at all} */
  public GetAccountResponse read() {
    return calls.call(Methods.ACCOUNT_READ, GetAccountParams.of());
  }

  /**
   * Logs in with an API key, which Codex keeps in its home. Codex does not try it.
   *
   * @param apiKey not blank
   */
  public void loginWithApiKey(String apiKey) {
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("the API key is blank");
    }
    calls.call(Methods.ACCOUNT_LOGIN_START, LoginAccountParams.ApiKey.of(apiKey));
  }

  /**
   * Begins a login with ChatGPT in a browser on this machine: Codex listens on a loopback port for
   * its end.
   *
   * @return the address to open, and the end of the login
   */
  public PendingLogin loginWithBrowser() {
    return begin(LoginAccountParams.Chatgpt.of());
  }

  /**
   * Begins a login with ChatGPT on another device.
   *
   * @return the address to open there, the code to enter, and the end of the login
   */
  public PendingLogin loginWithDeviceCode() {
    return begin(LoginAccountParams.ChatgptDeviceCode.of());
  }

  private PendingLogin begin(LoginAccountParams params) {
    // A quick person ends the login before its id is known here.
    CompletableFuture<String> id = new CompletableFuture<>();
    CompletableFuture<AccountLoginCompletedNotification> end =
        calls.next(
            Notifications.ACCOUNT_LOGIN_COMPLETED,
            told -> told.loginId().equals(Optional.of(id.join())));
    try {
      LoginAccountResponse begun = calls.call(Methods.ACCOUNT_LOGIN_START, params);
      PendingLogin login;
      if (begun instanceof LoginAccountResponse.Chatgpt browser) {
        login = new PendingLogin(this, browser.loginId(), browser.authUrl(), null, end);
      } else if (begun instanceof LoginAccountResponse.ChatgptDeviceCode device) {
        login =
            new PendingLogin(
                this, device.loginId(), device.verificationUrl(), device.userCode(), end);
      } else {
        throw new TalariaException("Codex started a different login than requested: " + begun);
      }
      id.complete(login.id());
      return login;
    } catch (RuntimeException e) {
      id.complete("");
      end.cancel(false);
      throw e;
    }
  }

  void cancel(String loginId) {
    calls.call(Methods.ACCOUNT_LOGIN_CANCEL, CancelLoginAccountParams.of(loginId));
  }

  /** Forgets the login, in the memory of Codex and in its home. */
  public void logout() {
    calls.call(Methods.ACCOUNT_LOGOUT, null);
  }

  /** {@return the account's limits; Codex refuses without a login with ChatGPT} */
  public GetAccountRateLimitsResponse rateLimits() {
    return calls.call(Methods.ACCOUNT_RATE_LIMITS_READ, GetAccountRateLimitsParams.of());
  }

  /** {@return how many tokens the account has used; Codex refuses without a login with ChatGPT} */
  public GetAccountTokenUsageResponse usage() {
    return calls.call(Methods.ACCOUNT_USAGE_READ, GetAccountTokenUsageParams.of());
  }

  /**
   * {@return what a thread has used of the account, in {@code threadUsage} as far as the account's
   * backend knows it; the summary stays empty}
   *
   * @param threadId a thread's id
   */
  public GetAccountTokenUsageResponse usage(String threadId) {
    Objects.requireNonNull(threadId, "threadId");
    return calls.call(
        Methods.ACCOUNT_USAGE_READ, GetAccountTokenUsageParams.of().threadId(threadId));
  }
}
