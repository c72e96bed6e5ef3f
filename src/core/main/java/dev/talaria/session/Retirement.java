package dev.talaria.session;

/**
 * What a failure ends besides its turn: nothing, or the session's child with it.
 *
 * <p>Pure functions; the table is in the docs on reliability. A session whose child is to be
 * retired goes on with another one, on the same thread.
 */
final class Retirement {

  private Retirement() {}

  /** Whether the child is of no more use after a turn that ended with this error. */
  static boolean after(TurnError error) {
    return switch (error.kind()) {
      case CONNECTION_LOST, TIMEOUT, CLOSED, OVERFLOW -> true;
      // A child keeps the login that it was started with.
      case UNAUTHORIZED -> LoginAdvice.isEvident(error.message());
      case USAGE_LIMIT,
          RATE_LIMIT,
          CONTEXT_WINDOW,
          OVERLOADED,
          SERVER_ERROR,
          BAD_REQUEST,
          SANDBOX,
          CONNECTION,
          POLICY,
          OTHER,
          REFUSED ->
          false;
    };
  }
}
