package dev.talaria.llm.chat;

import dev.talaria.base.Guard;
import dev.talaria.llm.ChatEntry;
import dev.talaria.llm.ChatReply;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.LlmUsage;
import dev.talaria.llm.call.CallFailure;
import dev.talaria.llm.call.CallMeter;
import dev.talaria.llm.schema.StrictAnswer;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.tools.ToolInvocation;
import dev.talaria.tools.ToolResult;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A turn that gives one reply after the other: with calls of tools, each time it stops for them,
 * and with the answer at its end. It has a fresh ephemeral thread, which it closes.
 *
 * <p>Safe for use by many threads: the session's, those that run tools, timers and callers. No
 * other code is called while its lock is held.
 */
final class ChatTurn implements TurnListener {

  private static final Logger log = LoggerFactory.getLogger(ChatTurn.class);

  private final ChatTurns turns;
  private final Conversation conversation;

  /** Whether the text is not yet the answer: then it is one delta, at its end. */
  private final boolean wholeText;

  /** The results that the model waits for, by the ids of their calls. */
  private final Map<String, CompletableFuture<ToolResult>> results = new HashMap<>();

  /** Those of the calls that are not yet handed out, in the order in which they came. */
  private final Map<String, ToolCall> fresh = new LinkedHashMap<>();

  private final Set<String> comments = new HashSet<>();
  private final List<String> said = new ArrayList<>();
  private ReplyCall.Pending pending;
  private CodexSession session;
  private Turn turn;
  private Future<?> quiet;
  private String id = "";
  private String speaking = "";
  private LlmUsage used = LlmUsage.NONE;
  private LlmUsage reported = LlmUsage.NONE;
  private boolean over;

  ChatTurn(ChatTurns turns, Conversation conversation, ReplyCall.Pending pending) {
    this.turns = turns;
    this.conversation = conversation;
    this.pending = pending;
    this.wholeText = conversation.form().filter(StrictAnswer::isChanged).isPresent();
  }

  // --- the beginning

  /** Opens the thread, gives it the conversation so far, and begins the turn. Blocks on Codex. */
  void begin() {
    CodexSession opened = turns.open(conversation, this::called);
    boolean late;
    synchronized (this) {
      session = opened;
      late = over;
    }
    if (late) {
      opened.close();
      throw new IllegalStateException("the call ended before its thread was open");
    }
    turns.inject(conversation, opened);
    Turn begun = opened.startTurn(conversation.input(), this);
    synchronized (this) {
      turn = begun;
      late = over;
    }
    if (late) {
      begun.interrupt();
    } else {
      begun.result().thenAccept(this::ended);
    }
  }

  // --- calls of tools

  /** The model calls a tool: the result comes with a later call of the caller's. */
  private synchronized CompletionStage<ToolResult> called(ToolInvocation given) {
    String callId = "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    CompletableFuture<ToolResult> result = new CompletableFuture<>();
    if (over) {
      result.complete(ToolResult.failure("the host has closed its tools"));
    } else {
      results.put(callId, result);
      fresh.put(callId, new ToolCall(callId, given.tool(), given.arguments().toString()));
      waitForMore();
    }
    return result;
  }

  /** Calls that belong together come one after the other. */
  private void waitForMore() {
    if (pending == null) {
      return;
    }
    if (quiet != null) {
      quiet.cancel(false);
    }
    try {
      quiet = turns.setup.after(turns.quietTime, this::handOut);
    } catch (RejectedExecutionException e) {
      log.debug("the calls of {} are not handed out: the chat calls are closed", id);
    }
  }

  private void handOut() {
    Set<String> handed;
    ReplyCall.Pending waiting;
    ChatReply reply;
    synchronized (this) {
      quiet = null;
      if (over || pending == null || fresh.isEmpty()) {
        return;
      }
      handed = Set.copyOf(fresh.keySet());
      waiting = pending;
      pending = null;
      reply = reply(String.join("\n\n", said), List.copyOf(fresh.values()));
      fresh.clear();
      said.clear();
      speaking = "";
    }
    turns.suspend(this, handed);
    synchronized (this) {
      if (over) {
        turns.forget(this);
      }
    }
    waiting.future.complete(reply);
  }

  /**
   * Answers the calls that were handed out and waits for the next reply.
   *
   * @return whether it continues; {@code false} if the turn has ended or waits for something else
   */
  boolean resume(Conversation next, ReplyCall.Pending waiting) {
    Map<String, ChatEntry.Result> given = next.newResults();
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      Set<String> expected = new HashSet<>(results.keySet());
      expected.removeAll(fresh.keySet());
      if (over
          || pending != null
          || !conversation.isLike(next)
          || !expected.equals(given.keySet())) {
        return false;
      }
      pending = waiting;
      given.forEach(
          (callId, row) -> {
            CompletableFuture<ToolResult> result = results.remove(callId);
            answers.add(() -> result.complete(new ToolResult(row.text(), row.failed())));
          });
      if (!fresh.isEmpty()) {
        waitForMore();
      }
    }
    answers.forEach(Runnable::run);
    return true;
  }

  // --- events

  @Override
  public synchronized void onStarted(String turnId) {
    id = turnId;
  }

  @Override
  public synchronized void onItemStarted(Item item) {
    if (item instanceof Item.AgentMessage message && isComment(message)) {
      comments.add(message.id());
    }
  }

  @Override
  public synchronized void onItemCompleted(Item item) {
    if (item instanceof Item.AgentMessage message
        && !isComment(message)
        && !message.text().isBlank()) {
      said.add(message.text());
    }
  }

  private static boolean isComment(Item.AgentMessage message) {
    return message.phase().filter("commentary"::equals).isPresent();
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    ReplyCall.Pending waiting;
    boolean another;
    synchronized (this) {
      if (pending == null || wholeText || comments.contains(itemId)) {
        return;
      }
      another = !speaking.isEmpty() && !speaking.equals(itemId);
      speaking = itemId;
      waiting = pending;
    }
    waiting.onDelta(another ? "\n\n" + delta : delta);
  }

  @Override
  public synchronized void onUsage(TokenUsage usage) {
    used = CallMeter.of(usage.total());
  }

  @Override
  public synchronized void onError(TurnError error, boolean willRetry) {
    if (pending != null) {
      pending.onError(error, willRetry);
    }
  }

  private ChatReply reply(String text, List<ToolCall> toolCalls) {
    LlmUsage since =
        new LlmUsage(
            used.inputTokens() - reported.inputTokens(),
            used.cachedInputTokens() - reported.cachedInputTokens(),
            used.outputTokens() - reported.outputTokens(),
            used.reasoningOutputTokens() - reported.reasoningOutputTokens(),
            used.totalTokens() - reported.totalTokens());
    reported = used;
    return new ChatReply(id, session.model(), text, toolCalls, since);
  }

  // --- the end

  private void ended(TurnResult result) {
    ReplyCall.Pending waiting;
    ChatReply reply = null;
    LlmException failure = null;
    synchronized (this) {
      waiting = pending;
      pending = null;
      try {
        if (result.status() == TurnStatus.COMPLETED) {
          reply = lastReply(result);
        } else {
          failure = CallFailure.of(result.error());
        }
      } catch (Throwable e) {
        // In any case: a caller waits for the reply.
        failure = CallFailure.of(e);
      }
    }
    end();
    if (waiting == null) {
      return;
    }
    if (failure == null) {
      if (wholeText) {
        waiting.onDelta(reply.text());
      }
      waiting.future.complete(reply);
    } else {
      waiting.future.completeExceptionally(failure);
    }
  }

  private ChatReply lastReply(TurnResult result) {
    String text =
        conversation
            .form()
            .map(form -> form.restored(result.finalText()))
            .orElseGet(() -> String.join("\n\n", said));
    return reply(CallFailure.unlessBlank(text), List.of());
  }

  /** Ends the turn and closes its thread; a caller that waits gets nothing. Idempotent. */
  void end() {
    Turn running;
    CodexSession opened;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      pending = null;
      results.clear();
      fresh.clear();
      if (quiet != null) {
        quiet.cancel(false);
      }
      running = turn;
      opened = session;
    }
    turns.remove(this);
    if (running != null) {
      running.interrupt();
    }
    if (opened != null) {
      // What the call came to must not be hidden by this.
      Guard.of("the end of a conversation's thread").run(opened::close);
    }
  }
}
