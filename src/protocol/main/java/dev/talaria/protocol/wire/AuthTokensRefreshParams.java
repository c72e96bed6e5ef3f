package dev.talaria.protocol.wire;

/**
 * The params of {@code account/chatgptAuthTokens/refresh}: the tokens that the host logged in with
 * were refused. Belongs to no thread. A component is {@code null} when the server leaves it out.
 *
 * @param reason {@code unauthorized}
 * @param previousAccountId the account that the refused token was of
 */
public record AuthTokensRefreshParams(String reason, String previousAccountId) {}
