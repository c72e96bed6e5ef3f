package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.rpc.RpcException;
import java.util.regex.Pattern;

/**
 * Codex does not have a thread any more, or has archived it: it cannot be resumed.
 *
 * <p>Source: {@code thread/resume} of 0.125.0, 0.130.0 and 0.169.0, measured. A thread that never
 * had a turn is not kept either. Immutable.
 */
public final class ThreadGoneException extends TalariaException {

  private static final long serialVersionUID = 1L;
  private static final Pattern GONE = Pattern.compile("no rollout found|is archived");

  private final String threadId;

  ThreadGoneException(String threadId, RpcException refusal) {
    super("Codex cannot resume the thread " + threadId + ": " + refusal.error(), refusal);
    this.threadId = threadId;
  }

  /** Whether a refused resume says that the thread is gone. */
  static boolean isSaidBy(RpcException refusal) {
    return GONE.matcher(refusal.error()).find();
  }

  /** The thread's id. */
  public String threadId() {
    return threadId;
  }
}
