package dev.talaria.codex.process;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends one process and everything below it: first by asking it, then by a polite signal to all, in
 * the end by force. A child is asked by closing its stdin, a server by a signal. Codex then kills a
 * login shell that reads the user's profile, and so would leave behind what the profile had begun,
 * such as a lock: that shell is waited for first.
 *
 * <p>Runs once, on a daemon thread of its own, so that no caller's lock is held and no caller's
 * interrupt can leave it half done; {@link #hurry} ends the polite waiting. Bounded by three graces
 * and {@link #FORCE_WAIT}.
 */
final class Shutdown implements Runnable {

  /** How long a process that was killed by force may take to vanish. */
  static final Duration FORCE_WAIT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final ProcessHandle child;
  private final ProcessTree tree;
  private final Runnable ask;
  private final Duration grace;
  private final Duration lastGrace;
  private volatile boolean hurried;

  /**
   * @param ask makes the process go by itself; does not block
   * @param grace for a login shell, and then for the process to go by itself
   * @param lastGrace for what is left to obey the polite signal
   */
  Shutdown(
      ProcessHandle child, ProcessTree tree, Runnable ask, Duration grace, Duration lastGrace) {
    this.child = child;
    this.tree = tree;
    this.ask = ask;
    this.grace = grace;
    this.lastGrace = lastGrace;
  }

  /** Waits no longer for anything to go by itself. */
  void hurry() {
    hurried = true;
  }

  @Override
  public void run() {
    tree.extend();
    awaitProfile();
    ask.run();
    await(this::childIsGone, grace, true);

    Set<ProcessHandle> targets = running();
    targets.forEach(ProcessHandle::destroy);
    await(() -> gone(targets), lastGrace, true);
    kill();
  }

  /** Before stdin is closed, no matter who closes it. */
  void awaitProfile() {
    await(() -> !tree.readsProfile(), grace, true);
  }

  /** Looks again after each killing: what was killed may have started more before it died. */
  private void kill() {
    long deadline = System.nanoTime() + FORCE_WAIT.toNanos();
    Set<ProcessHandle> leftovers = running();
    while (!leftovers.isEmpty()) {
      LOG.debug("killing {} of child {}", pids(leftovers), child.pid());
      leftovers.forEach(ProcessHandle::destroyForcibly);
      Set<ProcessHandle> killed = leftovers;
      if (!await(() -> gone(killed), Duration.ofNanos(deadline - System.nanoTime()), false)) {
        LOG.warn("child {} is closed, but {} cannot be killed", child.pid(), pids(killed));
        return;
      }
      leftovers = running();
    }
  }

  /** The child and all that is known to be its work, those that run. */
  private Set<ProcessHandle> running() {
    Set<ProcessHandle> running = tree.runningDescendants();
    if (ProcessTree.isRunning(child)) {
      running.add(child);
    }
    return running;
  }

  /** What the child starts while it goes is remembered too. */
  private boolean childIsGone() {
    tree.extend();
    return !ProcessTree.isRunning(child);
  }

  private boolean await(BooleanSupplier condition, Duration limit, boolean polite) {
    long deadline = System.nanoTime() + limit.toNanos();
    long pause = FIRST_PAUSE_NANOS;
    while (!condition.getAsBoolean()) {
      if ((polite && hurried) || System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
    return true;
  }

  private static boolean gone(Collection<ProcessHandle> processes) {
    return processes.stream().noneMatch(ProcessTree::isRunning);
  }

  private static String pids(Collection<ProcessHandle> processes) {
    return processes.stream().map(ProcessHandle::pid).toList().toString();
  }
}
