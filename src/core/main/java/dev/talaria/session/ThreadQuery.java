package dev.talaria.session;

import dev.talaria.protocol.wire.ThreadListParams;
import java.nio.file.Path;

/**
 * Which threads {@link CodexThreads#list} is to give: all, until something is set.
 *
 * <p>Immutable: each method returns a new value.
 */
public final class ThreadQuery {

  private static final ThreadQuery ALL =
      new ThreadQuery(new ThreadListParams(null, null, null, null, null));

  private final ThreadListParams params;

  private ThreadQuery(ThreadListParams params) {
    this.params = params;
  }

  /** {@return all threads but the archived ones, the newest first} */
  public static ThreadQuery all() {
    return ALL;
  }

  /**
   * Bounds a page.
   *
   * @param threads how many a page has at most; Codex decides by default
   * @return a query with that bound
   * @throws IllegalArgumentException if it is not positive
   */
  public ThreadQuery limit(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("limit must be positive, not " + threads);
    }
    return of(threads, params.cursor(), params.cwd(), params.searchTerm(), params.archived());
  }

  /**
   * Goes on from where a page ended.
   *
   * @param nextCursor its {@link Page#nextCursor}
   * @return a query for the page that follows
   */
  public ThreadQuery cursor(String nextCursor) {
    return of(params.limit(), nextCursor, params.cwd(), params.searchTerm(), params.archived());
  }

  /**
   * Keeps only threads of a working directory.
   *
   * @param directory the threads' working directory; need not exist
   * @return a query for these threads only
   */
  public ThreadQuery cwd(Path directory) {
    String cwd = directory.toAbsolutePath().normalize().toString();
    return of(params.limit(), params.cursor(), cwd, params.searchTerm(), params.archived());
  }

  /**
   * Keeps only threads that Codex finds by a text: in the first message, or in the name. Up to
   * 0.130.0 a named thread is not always found by both.
   *
   * @param text what to look for
   * @return a query for these threads only
   */
  public ThreadQuery search(String text) {
    return of(params.limit(), params.cursor(), params.cwd(), text, params.archived());
  }

  /** {@return a query for the archived threads instead of the others} */
  public ThreadQuery archived() {
    return of(params.limit(), params.cursor(), params.cwd(), params.searchTerm(), true);
  }

  private static ThreadQuery of(
      Integer limit, String cursor, String cwd, String searchTerm, Boolean archived) {
    return new ThreadQuery(new ThreadListParams(limit, cursor, cwd, searchTerm, archived));
  }

  ThreadListParams params() {
    return params;
  }
}
