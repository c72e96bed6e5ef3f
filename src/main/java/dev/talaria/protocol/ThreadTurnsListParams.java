package dev.talaria.protocol;

/**
 * What {@code thread/turns/list} sends.
 *
 * @param limit how many turns
 * @param sortDirection {@code desc} for the newest first
 * @param itemsView {@code full} for all items; 0.125.0 ignores it and always gives what it has
 */
public record ThreadTurnsListParams(
    String threadId, int limit, String sortDirection, String itemsView) {

  /** The newest turns with their items. */
  public static ThreadTurnsListParams latest(String threadId, int limit) {
    return new ThreadTurnsListParams(threadId, limit, "desc", "full");
  }
}
