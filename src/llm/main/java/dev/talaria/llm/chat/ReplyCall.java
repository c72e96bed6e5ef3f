package dev.talaria.llm.chat;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.ChatReply;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.call.CallFailure;
import dev.talaria.llm.call.LlmCall;
import dev.talaria.session.result.TurnError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A call for the next reply of a chat.
 *
 * <p>Each attempt has the whole conversation, with the results of its tools, so no tool runs twice.
 * Once a listener has received some of the text there is no further attempt: it would receive it
 * again.
 */
public final class ReplyCall extends LlmCall<ChatReply> {

  private final ChatTurns turns;
  private final Conversation conversation;
  private final Consumer<String> onDelta;
  private volatile boolean begun;

  /**
   * @param onDelta receives the deltas of the reply's text; {@code null} for no listener
   */
  public ReplyCall(ChatTurns turns, Conversation conversation, Consumer<String> onDelta) {
    super(
        turns.setup,
        "chat",
        conversation.model().orElse(turns.model),
        turns.setup.timeout(),
        CancellationToken.none());
    this.turns = turns;
    this.conversation = conversation;
    this.onDelta = onDelta;
  }

  /** What one attempt waits for. Safe for use by many threads. */
  final class Pending {

    /** The reply; cancelled when nothing waits for it any more. */
    final CompletableFuture<ChatReply> future = new CompletableFuture<>();

    /** Passes a delta of the text on to the listener. */
    void onDelta(String delta) {
      if (onDelta != null) {
        begun = true;
        listeners.run(() -> onDelta.accept(delta));
      }
    }

    void onError(TurnError error, boolean willRetry) {
      noteError(error, willRetry);
    }
  }

  @Override
  protected ChatReply work() throws InterruptedException {
    return attempt(this::reply, () -> !begun);
  }

  private ChatReply reply() throws InterruptedException {
    Pending pending = new Pending();
    CancellationToken.Registration stop = stopped().onCancel(() -> pending.future.cancel(false));
    try {
      turns.begin(conversation, pending);
      return pending.future.get();
    } catch (ExecutionException e) {
      throw CallFailure.of(e.getCause());
    } finally {
      stop.close();
      pending.future.cancel(false);
    }
  }

  /** A call that was stopped before its first attempt leaves no turn behind. */
  @Override
  protected void close() {
    turns.abandon(conversation);
  }

  @Override
  protected String unfinished() {
    return "the model did not reply";
  }

  @Override
  protected LlmException refusal() {
    return new LlmException(LlmException.Kind.REFUSED, "these chat calls are closed");
  }
}
