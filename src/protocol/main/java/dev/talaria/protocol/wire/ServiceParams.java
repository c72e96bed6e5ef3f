package dev.talaria.protocol.wire;

/** The params of what Codex asks of the host besides approvals and tools. */
public final class ServiceParams {

  private ServiceParams() {}

  /**
   * {@code currentTime/read}: Codex asks for the time, where its configuration says that the host
   * knows it. Without an answer within 10 seconds the turn fails.
   */
  public record CurrentTime(String threadId) {}

  /**
   * {@code account/chatgptAuthTokens/refresh}: the tokens that the host logged in with were
   * refused. Belongs to no thread. A component is {@code null} when the server leaves it out.
   *
   * @param reason {@code unauthorized}
   * @param previousAccountId the account that the refused token was of
   */
  public record AuthTokensRefresh(String reason, String previousAccountId) {}

  /** {@code attestation/generate}, only for a client that announced it: none. */
  public record Attestation() {}
}
