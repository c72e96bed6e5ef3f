package dev.talaria.session;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.protocol.v2.ThreadListCwdFilter;
import dev.talaria.protocol.v2.ThreadListParams;
import dev.talaria.session.result.Page;
import java.nio.file.Path;

/**
 * Which threads {@link CodexThreads#list} returns; by default, all of them.
 *
 * <p>Immutable: each method returns a new value.
 */
public final class ThreadQuery {

  private static final ThreadQuery ALL = new ThreadQuery(ThreadListParams.of());

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
    return new ThreadQuery(params.limit((long) threads));
  }

  /**
   * Continues where a page ended.
   *
   * @param nextCursor its {@link Page#nextCursor}
   * @return a query for the page that follows
   */
  public ThreadQuery cursor(String nextCursor) {
    return new ThreadQuery(params.cursor(nextCursor));
  }

  /**
   * Keeps only threads of a working directory.
   *
   * @param directory the threads' working directory; need not exist
   * @return a query for these threads only
   */
  public ThreadQuery cwd(Path directory) {
    String cwd = directory.toAbsolutePath().normalize().toString();
    return new ThreadQuery(params.cwd(new ThreadListCwdFilter(TextNode.valueOf(cwd))));
  }

  /**
   * Keeps only threads that Codex finds by a text: in the first message, or in the name. Up to
   * 0.130.0 a named thread is not always found by both.
   *
   * @param text what to look for
   * @return a query for these threads only
   */
  public ThreadQuery search(String text) {
    return new ThreadQuery(params.searchTerm(text));
  }

  /** {@return a query for the archived threads instead of the others} */
  public ThreadQuery archived() {
    return new ThreadQuery(params.archived(true));
  }

  ThreadListParams params() {
    return params;
  }
}
