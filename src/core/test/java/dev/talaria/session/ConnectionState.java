package dev.talaria.session;

/** What {@link Codex} says of its connection to this package only, for the tests of others. */
public final class ConnectionState {

  private ConnectionState() {}

  public static boolean isConnected(Codex codex) {
    return codex.isConnected();
  }

  public static boolean isLost(Codex codex) {
    return codex.isLost();
  }
}
