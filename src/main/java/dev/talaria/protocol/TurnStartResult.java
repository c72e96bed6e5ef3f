package dev.talaria.protocol;

/**
 * What {@code turn/start} returns.
 *
 * @param turn the turn that was started; {@code null} if the server left it out
 */
public record TurnStartResult(Started turn) {

  /**
   * @param id the turn's id
   */
  public record Started(String id) {}
}
