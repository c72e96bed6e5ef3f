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

  /** All threads but the archived ones, the newest first. */
  public static ThreadQuery all() {
    return ALL;
  }

  /**
   * How many threads a page has at most.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ThreadQuery limit(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("limit must be positive, not " + threads);
    }
    return of(threads, params.cursor(), params.cwd(), params.searchTerm(), params.archived());
  }

  /** From where a page ended: its {@link Page#nextCursor}. */
  public ThreadQuery cursor(String nextCursor) {
    return of(params.limit(), nextCursor, params.cwd(), params.searchTerm(), params.archived());
  }

  /** Only threads of this working directory. */
  public ThreadQuery cwd(Path directory) {
    String cwd = directory.toAbsolutePath().normalize().toString();
    return of(params.limit(), params.cursor(), cwd, params.searchTerm(), params.archived());
  }

  /**
   * Only threads that Codex finds by this text: in the first message, or in the name. Up to 0.130.0
   * a named thread is not always found by both.
   */
  public ThreadQuery search(String text) {
    return of(params.limit(), params.cursor(), params.cwd(), text, params.archived());
  }

  /** The archived threads instead of the others. */
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
