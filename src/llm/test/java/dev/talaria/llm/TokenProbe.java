package dev.talaria.llm;

/** Looks into a token for tests of other packages. */
public final class TokenProbe {

  private TokenProbe() {}

  /** How many actions wait for its cancellation. */
  public static int listening(CancellationToken token) {
    return token.listening();
  }
}
