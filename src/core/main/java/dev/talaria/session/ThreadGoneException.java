package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.rpc.RpcException;
import java.util.regex.Pattern;

/**
 * Codex no longer has a thread, has archived it, or cannot read its rollout, so the thread cannot
 * be resumed.
 *
 * <p>Source: {@code thread/resume} of 0.125.0, 0.130.0 and 0.169.0, measured. A thread that never
 * had a turn is not kept either. A rollout is unreadable when a crash left it empty or cut it
 * within its first line, when it holds something else than text, or when it may not be opened; a
 * rollout whose last line is torn is resumed without that line. Immutable.
 */
public final class ThreadGoneException extends TalariaException {

  private static final long serialVersionUID = 1L;
  private static final Pattern GONE =
      Pattern.compile("no rollout found|is archived|rollout at .+ is empty$");

  /** 0.169.0, 0.130.0 and 0.125.0, each followed by the path and the cause. */
  private static final Pattern UNREADABLE =
      Pattern.compile("failed to read session metadata |failed to read thread /|failed to load ro");

  /** ENOENT, EACCES, ENOTDIR and EISDIR stay; other errors of the system may pass. */
  private static final Pattern MAY_PASS =
      Pattern.compile("\\(os error (?!(?:2|13|20|21)\\))\\d+\\)");

  /** The thread's id. */
  private final String threadId;

  /** Whether what Codex has of the thread tells the model nothing. */
  private final boolean bare;

  ThreadGoneException(String threadId, RpcException refusal) {
    super("Codex cannot resume the thread " + threadId + ": " + refusal.error(), refusal);
    this.threadId = threadId;
    this.bare = false;
  }

  /**
   * @param why what is wrong with a thread that Codex would resume, and that tells the model
   *     nothing
   */
  ThreadGoneException(String threadId, String why) {
    super("Codex cannot resume the thread " + threadId + ": " + why);
    this.threadId = threadId;
    this.bare = true;
  }

  /** Whether a refused resume says that the thread is gone. */
  static boolean isSaidBy(RpcException refusal) {
    String error = refusal.error();
    return GONE.matcher(error).find()
        || UNREADABLE.matcher(error).find() && !MAY_PASS.matcher(error).find();
  }

  /**
   * {@return whether Codex has the thread, but nothing of what was said in it} This happens after a
   * kill at the moment when it took the thread's first prompt.
   */
  public boolean isBare() {
    return bare;
  }

  /** {@return the thread's id} */
  public String threadId() {
    return threadId;
  }
}
