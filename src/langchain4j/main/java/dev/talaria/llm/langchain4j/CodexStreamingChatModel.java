package dev.talaria.llm.langchain4j;

import static dev.langchain4j.internal.InternalStreamingChatResponseHandlerUtils.onCompleteResponse;
import static dev.langchain4j.internal.InternalStreamingChatResponseHandlerUtils.onCompleteToolCall;
import static dev.langchain4j.internal.InternalStreamingChatResponseHandlerUtils.onPartialResponse;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.talaria.base.Guard;
import dev.talaria.llm.ChatCall;
import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.ChatReply;
import dev.talaria.session.Codex;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The user's own Codex as a LangChain4j chat model that streams.
 *
 * <p>Safe for use by many threads; {@code chat} returns at once, and its handler is called on
 * worker threads, one call at a time. A stream that the handler cancels ends its turn, and the
 * handler is not called again. Closing the model closes its {@link ChatCalls}.
 */
public final class CodexStreamingChatModel extends CodexModel implements StreamingChatModel {

  /**
   * A model with everything at its default.
   *
   * @param codex stays open when the model is closed
   */
  public CodexStreamingChatModel(Codex codex) {
    this(ChatCalls.of(codex));
  }

  /**
   * A model with these settings; it may share them with a {@link CodexChatModel}.
   *
   * @param calls closed with the model
   */
  public CodexStreamingChatModel(ChatCalls calls) {
    this(calls, List.of());
  }

  /**
   * The same, with listeners that LangChain4j notifies of each request and its outcome.
   *
   * @param calls closed with the model
   * @param listeners called as LangChain4j documents it, on the threads of the call
   */
  public CodexStreamingChatModel(ChatCalls calls, List<ChatModelListener> listeners) {
    super(calls, listeners);
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    Stream stream = new Stream(handler);
    ChatCall call;
    try {
      call = Requests.call(request);
    } catch (RuntimeException e) {
      stream.fail(e);
      return;
    }
    stream.follow(calls.call(call, stream::onDelta));
  }

  /** One answer on its way; safe for use by many threads. */
  private static final class Stream implements StreamingHandle {

    private final Guard guard = Guard.of("the handler of a stream");
    private final StreamingChatResponseHandler handler;
    private CompletableFuture<ChatReply> future;
    private boolean cancelled;

    Stream(StreamingChatResponseHandler handler) {
      this.handler = handler;
    }

    void follow(CompletableFuture<ChatReply> reply) {
      synchronized (this) {
        future = reply;
      }
      if (isCancelled()) {
        reply.cancel(true);
      }
      reply.whenComplete(
          (value, error) -> {
            if (isCancelled()) {
              return;
            }
            if (error != null) {
              fail(error);
            } else {
              guard.call(
                  () -> {
                    end(value);
                    return true;
                  },
                  failure -> {
                    fail(failure);
                    return false;
                  });
            }
          });
    }

    void onDelta(String delta) {
      if (!isCancelled()) {
        onPartialResponse(handler, delta, this);
      }
    }

    private void end(ChatReply reply) {
      ChatResponse response = Replies.response(reply);
      List<ToolExecutionRequest> requests = response.aiMessage().toolExecutionRequests();
      for (int i = 0; i < requests.size(); i++) {
        onCompleteToolCall(handler, new CompleteToolCall(i, requests.get(i)));
      }
      onCompleteResponse(handler, response);
    }

    void fail(Throwable error) {
      guard.tell(handler, told -> told.onError(Failures.of(error)));
    }

    @Override
    public void cancel() {
      CompletableFuture<ChatReply> running;
      synchronized (this) {
        cancelled = true;
        running = future;
      }
      if (running != null) {
        running.cancel(true);
      }
    }

    @Override
    public synchronized boolean isCancelled() {
      return cancelled;
    }
  }
}
