package dev.talaria.session.turn;

import dev.talaria.session.TurnError;
import java.util.List;
import java.util.Locale;

/**
 * Says that a login is needed, where there is evidence for it.
 *
 * <p>Pure functions. Some words are evidence wherever they stand, also in the end of stderr that a
 * lost connection brings; others, such as "unauthorized", are said by anything that warms up in the
 * background and count only where Codex itself named the status.
 */
public final class LoginAdvice {

  private static final List<String> EVIDENCE =
      List.of(
          "invalid_grant",
          "invalid grant",
          "refresh token",
          "refresh_token",
          "token refresh",
          "token_refresh",
          "token has expired",
          "expired_token",
          "token_expired",
          "expired token",
          "not authenticated",
          "unauthenticated",
          "re-authenticate",
          "reauthenticate",
          "please log in",
          "please login",
          "no auth profile");

  private static final String ADVICE =
      " (the login looks expired or invalid: run `codex login`, or check the key of the model"
          + " provider)";

  private LoginAdvice() {}

  /** The error, as one of the login if it is one. */
  public static TurnError on(TurnError error) {
    boolean login =
        error.kind() == TurnError.Kind.UNAUTHORIZED
            || error.kind() == TurnError.Kind.OTHER && isEvident(error.message());
    return login
        ? new TurnError(TurnError.Kind.UNAUTHORIZED, error.message() + ADVICE, error.retryAt())
        : error;
  }

  /** Whether a text says by itself that the login is no good. */
  static boolean isEvident(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return EVIDENCE.stream().anyMatch(lower::contains);
  }
}
