package dev.talaria.session;

/**
 * The mark that Codex puts where it cut a turn off.
 *
 * <p>It belongs into the next request as a message of the user's; some versions of some models
 * answered with it and never ended the turn.
 */
final class AbortMarker {

  private AbortMarker() {}

  static boolean isIn(String text) {
    return text.contains("<turn_aborted>") || text.contains("<turn_aborted/>");
  }
}
