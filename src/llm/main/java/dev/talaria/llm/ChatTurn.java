package dev.talaria.llm;

import dev.talaria.base.Guard;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import dev.talaria.tools.ToolResult;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
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
 * and with the answer at its end.
 *
 * <p>Safe for use by many threads: the session's, those that run tools, timers and callers. Nothing
 * is told to others while its lock is held.
 */
final class ChatTurn implements TurnListener {

  private static final Logger log = LoggerFactory.getLogger(ChatTurn.class);

  private final ChatCalls.Setup setup;
  private final ChatCall call;
  private final SuspendedTurns held;

  /** Calls that the model waits for, in the order in which they came. */
  private final Map<String, OpenCall> open = new LinkedHashMap<>();

  private final Set<String> comments = new HashSet<>();
  private final List<String> said = new ArrayList<>();
  private ChatWait wait;
  private CodexSession session;
  private Turn turn;
  private Future<?> quiet;
  private String id = "";
  private String speaking = "";
  private LlmUsage used = LlmUsage.NONE;
  private LlmUsage told = LlmUsage.NONE;
  private boolean over;

  /** A call of a tool that has no result yet. */
  private static final class OpenCall {
    final ToolCall call;
    final CompletableFuture<ToolResult> result = new CompletableFuture<>();
    boolean handedOut;

    OpenCall(ToolCall call) {
      this.call = call;
    }
  }

  ChatTurn(ChatCalls.Setup setup, ChatCall call, SuspendedTurns held, ChatWait wait) {
    this.setup = setup;
    this.call = call;
    this.held = held;
    this.wait = wait;
  }

  // --- the way there

  void opened(CodexSession opened) {
    synchronized (this) {
      session = opened;
      if (!over) {
        return;
      }
    }
    opened.close();
    throw new IllegalStateException("the call ended before its thread was there");
  }

  void began(Turn begun) {
    synchronized (this) {
      turn = begun;
      if (!over) {
        begun.result().thenAccept(this::ended);
        return;
      }
    }
    begun.interrupt();
  }

  // --- calls of tools

  /** The model calls a tool: the result comes with a later call of the caller's. */
  synchronized CompletionStage<ToolResult> called(dev.talaria.tools.ToolInvocation given) {
    String callId = "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    OpenCall opened =
        new OpenCall(new ToolCall(callId, given.tool(), given.arguments().toString()));
    if (over) {
      opened.result.complete(ToolResult.failure("the host has closed its tools"));
    } else {
      open.put(callId, opened);
      waitForMore();
    }
    return opened.result;
  }

  /** Calls that belong together come one after the other. */
  private void waitForMore() {
    if (wait == null) {
      return;
    }
    if (quiet != null) {
      quiet.cancel(false);
    }
    try {
      quiet = setup.after(setup.quietTime(), this::handOut);
    } catch (RejectedExecutionException e) {
      log.debug("the calls of {} are not handed out: the chat calls are closed", id);
    }
  }

  private void handOut() {
    List<ToolCall> calls = new ArrayList<>();
    ChatWait waiting;
    ChatReply reply;
    synchronized (this) {
      quiet = null;
      if (over || wait == null) {
        return;
      }
      for (OpenCall each : open.values()) {
        if (!each.handedOut) {
          each.handedOut = true;
          calls.add(each.call);
        }
      }
      if (calls.isEmpty()) {
        return;
      }
      waiting = wait;
      wait = null;
      reply = reply(String.join("\n\n", said), calls);
      said.clear();
      speaking = "";
    }
    held.hold(this, calls.stream().map(ToolCall::id).toList());
    synchronized (this) {
      if (over) {
        held.forget(this);
      }
    }
    waiting.complete(reply);
  }

  /**
   * Answers the open calls and waits for the next reply.
   *
   * @param results of exactly the calls that were handed out and are open
   * @return whether it goes on; {@code false} if the turn has ended or waits for something else
   */
  boolean goOn(ChatCall next, Map<String, ChatEntry.Result> results, ChatWait waiting) {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      Set<String> expected = new HashSet<>();
      open.forEach(
          (callId, each) -> {
            if (each.handedOut) {
              expected.add(callId);
            }
          });
      if (over || wait != null || !call.isLike(next) || !expected.equals(results.keySet())) {
        return false;
      }
      wait = waiting;
      results.forEach(
          (callId, row) -> {
            CompletableFuture<ToolResult> result = open.remove(callId).result;
            answers.add(() -> result.complete(new ToolResult(row.text(), row.failed())));
          });
      if (!open.isEmpty()) {
        waitForMore();
      }
    }
    answers.forEach(Runnable::run);
    return true;
  }

  // --- what is heard

  @Override
  public synchronized void onStarted(String turnId) {
    id = turnId;
  }

  @Override
  public synchronized void onItemStarted(ThreadItem item) {
    if (item instanceof ThreadItem.AgentMessage message && isComment(message)) {
      comments.add(message.id());
    }
  }

  @Override
  public synchronized void onItemCompleted(ThreadItem item) {
    if (item instanceof ThreadItem.AgentMessage message
        && !isComment(message)
        && !message.text().isBlank()) {
      said.add(message.text());
    }
  }

  private boolean inOnePiece() {
    return call.form().filter(ChatForm::changed).isPresent();
  }

  private static boolean isComment(ThreadItem.AgentMessage message) {
    return message.phase().filter("commentary"::equals).isPresent();
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    ChatWait waiting;
    String piece = delta;
    synchronized (this) {
      if (wait == null || inOnePiece() || comments.contains(itemId)) {
        return;
      }
      if (!speaking.isEmpty() && !speaking.equals(itemId)) {
        piece = "\n\n" + delta;
      }
      speaking = itemId;
      waiting = wait;
    }
    waiting.say(piece);
  }

  @Override
  public synchronized void onUsage(TokenUsage usage) {
    TokenUsage.Counts total = usage.total();
    used =
        new LlmUsage(
            total.inputTokens(),
            total.cachedInputTokens(),
            total.outputTokens(),
            total.reasoningOutputTokens(),
            total.totalTokens());
  }

  @Override
  public synchronized void onError(TurnError error, boolean willRetry) {
    if (wait != null) {
      wait.retried().heard(error, willRetry);
    }
  }

  private ChatReply reply(String text, List<ToolCall> calls) {
    LlmUsage since =
        new LlmUsage(
            used.inputTokens() - told.inputTokens(),
            used.cachedInputTokens() - told.cachedInputTokens(),
            used.outputTokens() - told.outputTokens(),
            used.reasoningOutputTokens() - told.reasoningOutputTokens(),
            used.totalTokens() - told.totalTokens());
    told = used;
    return new ChatReply(id, session.model(), text, calls, since);
  }

  // --- the end

  private void ended(TurnResult result) {
    ChatWait waiting;
    ChatReply reply = null;
    LlmException failure = null;
    synchronized (this) {
      waiting = wait;
      wait = null;
      try {
        if (result.status() == TurnStatus.COMPLETED) {
          reply = lastReply(result);
        } else {
          failure = CallFailure.of(result.error());
        }
      } catch (Throwable e) {
        // Whatever it is: somebody waits for the reply.
        failure = CallFailure.of(e);
      }
    }
    end();
    if (waiting == null) {
      return;
    }
    if (failure == null) {
      if (inOnePiece()) {
        waiting.say(reply.text());
      }
      waiting.complete(reply);
    } else {
      waiting.fail(failure);
    }
  }

  private ChatReply lastReply(TurnResult result) {
    String text =
        call.form()
            .map(form -> form.restored(result.finalText()))
            .orElseGet(() -> String.join("\n\n", said));
    if (text.isBlank()) {
      throw new LlmException(
          LlmException.Kind.NO_ANSWER, "Codex completed without an agent message");
    }
    return reply(text, List.of());
  }

  /** Ends the turn and closes its thread; whoever waits is told nothing. Idempotent. */
  void end() {
    Turn running;
    CodexSession opened;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      wait = null;
      open.clear();
      if (quiet != null) {
        quiet.cancel(false);
      }
      running = turn;
      opened = session;
    }
    held.forget(this);
    if (running != null) {
      running.interrupt();
    }
    if (opened != null) {
      // What the call came to must not be hidden by this.
      Guard.of("the end of a conversation's thread").run(opened::close);
    }
  }
}
