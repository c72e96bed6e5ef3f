package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.cli.terminal.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Asks the person at the terminal, one question at a time, in the order of the questions.
 *
 * <p>The terminal is opened with the first question and kept until {@link #close}. Without a
 * terminal every question is declined, with a line that says so. Safe for use by many threads.
 */
public final class ApprovalPrompt implements ApprovalHandler, AutoCloseable {

  /** Where the terminal comes from. */
  @FunctionalInterface
  public interface Source {
    Optional<Console> open() throws IOException;
  }

  private final Source source;
  private final PrintWriter err;
  private final BiConsumer<ApprovalRequest, String> reasons;
  private final Function<ApprovalRequest, String> whose;
  private final HeldWriter besides;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private volatile Optional<Console> screen;

  public ApprovalPrompt(Source source, PrintWriter err) {
    this(source, err, null, request -> "");
  }

  /**
   * @param reasons takes why something was declined, for the model; {@code null} where nothing can
   * @param whose says above a question whose it is; empty where that is clear
   */
  public ApprovalPrompt(
      Source source,
      PrintWriter err,
      BiConsumer<ApprovalRequest, String> reasons,
      Function<ApprovalRequest, String> whose) {
    this.whose = whose;
    this.source = source;
    this.err = err;
    this.reasons = reasons;
    this.besides = new HeldWriter(err);
  }

  /** A prompt on the process' own terminal. */
  public static ApprovalPrompt onTerminal(PrintWriter err) {
    return new ApprovalPrompt(Console::system, err);
  }

  /** {@return how many approvals are open, as far as they are asked here} */
  public int waiting() {
    return oneAtATime.getQueueLength() + (oneAtATime.isLocked() ? 1 : 0);
  }

  /** For what others print: it is kept back while a question is on the screen. */
  public PrintWriter besides() {
    return new PrintWriter(besides);
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    ApprovalDecision decision = ApprovalDecision.decline();
    try {
      oneAtATime.lockInterruptibly();
      try {
        decision = ask(request);
      } finally {
        oneAtATime.unlock();
      }
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
    }
    return CompletableFuture.completedFuture(decision);
  }

  private ApprovalDecision ask(ApprovalRequest request) throws InterruptedException {
    Optional<Console> asked = screen();
    if (asked.isEmpty()) {
      return decline(request);
    }
    besides.hold();
    try {
      AskedQuestion question = new AskedQuestion(asked.get(), request, reasons != null, whose);
      ApprovalDecision decision = asked.get().ask(question, question.answer());
      question.reason().ifPresent(reason -> reasons.accept(request, reason));
      return decision;
    } catch (InterruptedException withdrawn) {
      asked.get().say("  (no longer asked)");
      throw withdrawn;
    } finally {
      besides.release();
    }
  }

  private Optional<Console> screen() {
    if (screen == null) {
      try {
        screen = source.open();
      } catch (IOException e) {
        screen = Optional.empty();
        err.println("talaria: the terminal cannot be used: " + e.getMessage());
      }
    }
    return screen;
  }

  private ApprovalDecision decline(ApprovalRequest request) {
    err.println(
        "talaria: declined, because there is no terminal to ask on: "
            + ApprovalText.headline(request)
            + " (--approvals allow or a policy in --host-config allows it)");
    err.flush();
    return ApprovalDecision.decline();
  }

  /** Gives the terminal back; a question that is open is declined. */
  @Override
  public void close() throws IOException {
    Optional<Console> open = screen;
    if (open != null) {
      open.ifPresent(Console::end);
    }
    oneAtATime.lock();
    try {
      if (screen != null && screen.isPresent()) {
        screen.get().close();
      }
      screen = Optional.empty();
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Keeps what is written back while a question is on the screen.
   *
   * <p>Safe for use by many threads.
   */
  private static final class HeldWriter extends Writer {

    private final PrintWriter out;
    private final StringBuilder kept = new StringBuilder();
    private boolean held;

    HeldWriter(PrintWriter out) {
      this.out = out;
    }

    /** From now on nothing comes out. */
    void hold() {
      synchronized (lock) {
        out.flush();
        held = true;
      }
    }

    /** Lets out what was kept back. */
    void release() {
      synchronized (lock) {
        held = false;
        out.print(kept);
        out.flush();
        kept.setLength(0);
      }
    }

    @Override
    public void write(char[] text, int from, int length) {
      synchronized (lock) {
        if (held) {
          kept.append(text, from, length);
        } else {
          out.write(text, from, length);
        }
      }
    }

    @Override
    public void flush() {
      synchronized (lock) {
        if (!held) {
          out.flush();
        }
      }
    }

    /** Nothing: who gave the writer closes it. */
    @Override
    public void close() {
      release();
    }
  }
}
