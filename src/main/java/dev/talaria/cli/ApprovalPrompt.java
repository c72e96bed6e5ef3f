package dev.talaria.cli;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.DaemonThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the person at the terminal, one question at a time.
 *
 * <p>An answer is a line that begins with one of the letters offered; anything else asks again, the
 * end of the input declines. A question that becomes void while it waits is dropped.
 */
final class ApprovalPrompt implements ApprovalHandler {

  private static final String END = "\0end";

  private final BufferedReader in;
  private final PrintWriter out;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private boolean reading;

  ApprovalPrompt(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    try {
      oneAtATime.lockInterruptibly();
      try {
        return CompletableFuture.completedFuture(ask(request));
      } finally {
        oneAtATime.unlock();
      }
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      out.println("  (no longer asked)");
      out.flush();
      return CompletableFuture.completedFuture(ApprovalDecision.decline());
    }
  }

  private ApprovalDecision ask(ApprovalRequest request) throws InterruptedException {
    startReading();
    lines.removeIf(line -> !line.equals(END));
    out.println();
    ApprovalText.describe(request).forEach(out::println);
    while (true) {
      out.print("  [o]nce  [s]ession  [a]lways  [d]eny  [c]ancel the turn > ");
      out.flush();
      String line = lines.take();
      if (line.equals(END)) {
        lines.add(END);
        out.println("no more input: denied");
        out.flush();
        return ApprovalDecision.decline();
      }
      switch (line.strip().toLowerCase(Locale.ROOT)) {
        case "o", "once", "y", "yes" -> {
          return ApprovalDecision.allow();
        }
        case "s", "session" -> {
          return ApprovalDecision.allowForSession();
        }
        case "a", "always" -> {
          return ApprovalDecision.allowAlways();
        }
        case "d", "deny", "n", "no" -> {
          return ApprovalDecision.decline();
        }
        case "c", "cancel" -> {
          return ApprovalDecision.cancel();
        }
        default -> out.println("  please answer with one of the letters o, s, a, d, c");
      }
    }
  }

  /** Reading from a terminal cannot be interrupted, so it has a thread of its own. */
  private void startReading() {
    if (!reading) {
      reading = true;
      DaemonThreads.named("talaria-terminal").newThread(this::readLines).start();
    }
  }

  private void readLines() {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      out.println("talaria: reading from the terminal failed: " + e.getMessage());
    }
    lines.add(END);
  }
}
