package dev.talaria.approval;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The services that Codex may request from the host, besides decisions. Each service is refused
 * unless it is overridden; only the time is always given.
 *
 * <p>Called on a worker, never on the path of events, so a service may block; several calls may be
 * open at once. When a call becomes void (the turn ended, the session or the connection closed) its
 * stage is cancelled and its thread is interrupted; what comes after that is dropped. A service
 * that throws or whose stage fails has failed, and Codex gets an error.
 */
public interface HostServices {

  /** No services but the time. */
  HostServices NONE = new HostServices() {};

  /**
   * Runs a tool that the session offers.
   *
   * <p>Without an answer the model waits: a failed stage tells it that the tool failed, with the
   * exception's message.
   *
   * @param call the tool, its arguments and where the call comes from
   * @return completes with what the model is to see
   */
  default CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("this host serves no tool " + call.tool()));
  }

  /**
   * {@return the time; asked only where Codex's configuration says that the host knows it}
   *
   * @param request the thread that asks
   */
  default CompletionStage<Instant> currentTime(HostRequest.CurrentTime request) {
    return CompletableFuture.completedFuture(Instant.now());
  }

  /**
   * {@return new tokens in place of those that were refused; fails by default}
   *
   * @param request why, and whose tokens were refused
   */
  default CompletionStage<AuthTokens> authTokens(HostRequest.AuthTokensRefresh request) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("this host refreshes no tokens"));
  }

  /**
   * {@return a proof of what this client is, opaque to Talaria; fails by default}
   *
   * @param request the request, which has no fields of its own
   */
  default CompletionStage<String> attestation(HostRequest.Attestation request) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("this host attests nothing"));
  }

  /**
   * Tokens of a ChatGPT account; {@code toString} hides the token.
   *
   * @param accessToken the access token, a JWT
   * @param accountId the account
   * @param planType the account's plan; {@code null} when unknown
   */
  record AuthTokens(String accessToken, String accountId, String planType) {
    @Override
    public String toString() {
      return "AuthTokens[accountId=" + accountId + ", planType=" + planType + "]";
    }
  }
}
