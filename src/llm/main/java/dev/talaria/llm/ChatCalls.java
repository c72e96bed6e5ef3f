package dev.talaria.llm;

import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.Limits;
import dev.talaria.llm.call.CallSetup;
import dev.talaria.llm.call.ModelChoice;
import dev.talaria.llm.chat.ChatTurns;
import dev.talaria.llm.chat.ReplyCall;
import dev.talaria.session.Codex;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Makes chat completions on the user's own Codex: the caller passes the whole conversation,
 * receives the next reply, and runs the tools. What the bridges to LangChain4j and Spring AI stand
 * on.
 *
 * <p>A call is a fresh ephemeral thread, read-only, without approvals, without a search on the web.
 * Where the model calls tools, the reply carries the calls and the turn is held open; the call
 * whose conversation ends with their results continues with it. Where the turn is no longer there,
 * a fresh thread gets the whole conversation.
 *
 * <p>Safe for use by many threads. A call that waits for its reply holds one daemon thread. Closing
 * it ends its calls and the turns that it holds; the {@link Codex} belongs to the caller that
 * launched it. Tools need the experimental API ({@link
 * dev.talaria.codex.CodexOptions#experimentalApi}, on by default).
 */
public final class ChatCalls implements AutoCloseable {

  private final CallSetup setup;
  private final ChatTurns turns;
  private final String model;

  private ChatCalls(Builder builder) {
    setup = builder.setup("talaria-chat", Map.of());
    model = builder.model;
    turns = new ChatTurns(setup, model, builder.heldFor, builder.maxHeld, builder.quietTime);
  }

  /**
   * {@return calls on this Codex, with everything at its default}
   *
   * @param codex stays open when the calls are closed
   */
  public static ChatCalls of(Codex codex) {
    return on(codex).build();
  }

  /**
   * {@return a builder of calls on this Codex}
   *
   * @param codex stays open when the calls are closed
   */
  public static Builder on(Codex codex) {
    return new Builder(codex);
  }

  /** {@return the model of a call that names none, as it was given} */
  public String model() {
    return model;
  }

  /**
   * Asks the model for its reply. Returns at once.
   *
   * @param call the whole conversation
   * @param onDelta receives each delta of the reply's text, on a worker thread, one at a time
   * @return completes on a worker thread, with {@link LlmException} if there is no reply.
   *     Cancelling it interrupts the turn and closes its thread.
   */
  public CompletableFuture<ChatReply> call(ChatCall call, Consumer<String> onDelta) {
    Objects.requireNonNull(onDelta, "onDelta");
    return setup.start(new ReplyCall(turns, call.conversation(), onDelta));
  }

  /**
   * As {@link #call(ChatCall, Consumer)}, waiting for the reply. Interrupting the thread cancels
   * the call.
   *
   * @param call the whole conversation
   * @return the reply
   * @throws LlmException if there is no reply
   * @throws CancellationException if the call was cancelled
   */
  public ChatReply reply(ChatCall call) {
    CompletableFuture<ChatReply> future =
        setup.start(new ReplyCall(turns, call.conversation(), null));
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for the model's reply", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** How many turns wait for results of tools. */
  int heldTurns() {
    return turns.held();
  }

  /** How many turns run or are held. */
  int openTurns() {
    return turns.open();
  }

  /** Cancels the calls that run and ends the turns that are held. Idempotent; does not wait. */
  @Override
  public void close() {
    setup.close();
    turns.close();
  }

  /** Collects how calls are made; not safe for use by many threads. */
  public static final class Builder extends SetupBuilder<Builder> {

    private String model = "default";
    private Duration heldFor = Duration.ofMinutes(10);
    private int maxHeld = 64;
    private Duration quietTime = Duration.ofMillis(100);

    private Builder(Codex codex) {
      super(codex);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The model of a call that names none.
     *
     * @param id {@code default}, {@code codex}, or a gpt-* or codex-* model id; {@code default} if
     *     not set
     * @return this builder
     * @throws LlmException if it is not one of these
     */
    public Builder model(String id) {
      this.model = ModelChoice.checked(id);
      return this;
    }

    /**
     * How long a turn waits for the results of its tools; 10 minutes if not set.
     *
     * @param limit longer than zero
     * @return this builder
     */
    public Builder heldFor(Duration limit) {
      this.heldFor = Limits.positive("heldFor", limit);
      return this;
    }

    /**
     * How many turns may wait for results at once; beyond, the oldest is ended. 64 if not set.
     *
     * @param turns at least 1
     * @return this builder
     */
    public Builder maxHeld(int turns) {
      if (turns < 1) {
        throw new IllegalArgumentException("maxHeld must be positive, not " + turns);
      }
      this.maxHeld = turns;
      return this;
    }

    /**
     * How long nothing more may come after a call of a tool until it is handed out, so that calls
     * that belong together are handed out at once; 100 ms if not set. What comes later is in the
     * next reply.
     *
     * @param time longer than zero
     * @return this builder
     */
    public Builder quietTime(Duration time) {
      this.quietTime = Limits.positive("quietTime", time);
      return this;
    }

    /** {@return the calls} */
    public ChatCalls build() {
      return new ChatCalls(this);
    }
  }
}
