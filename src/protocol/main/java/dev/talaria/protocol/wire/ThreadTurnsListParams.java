package dev.talaria.protocol.wire;

/**
 * What {@code thread/turns/list} and {@code thread/items/list} send. A {@code null} component is
 * not sent.
 *
 * @param limit how many turns or items
 * @param cursor where the page before ended
 * @param sortDirection {@code desc} for the newest first
 * @param itemsView of turns: {@code full} for all items, {@code notLoaded} for none; 0.125.0
 *     ignores it and always gives what it has
 */
public record ThreadTurnsListParams(
    String threadId, int limit, String cursor, String sortDirection, String itemsView) {

  /** The newest turns with their items. */
  public static ThreadTurnsListParams latest(String threadId, int limit) {
    return after(threadId, limit, null);
  }

  /** The same from where a page ended; {@code null} for the first page. */
  public static ThreadTurnsListParams after(String threadId, int limit, String cursor) {
    return new ThreadTurnsListParams(threadId, limit, cursor, "desc", "full");
  }

  /** A thread's items, the oldest first. */
  public static ThreadTurnsListParams items(String threadId, int limit, String cursor) {
    return new ThreadTurnsListParams(threadId, limit, cursor, "asc", null);
  }

  /** The same without what the turns hold. */
  public static ThreadTurnsListParams outline(String threadId, int limit, String cursor) {
    return new ThreadTurnsListParams(threadId, limit, cursor, "desc", "notLoaded");
  }
}
