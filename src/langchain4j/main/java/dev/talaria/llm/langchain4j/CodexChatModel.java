package dev.talaria.llm.langchain4j;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.talaria.llm.ChatCalls;
import dev.talaria.session.Codex;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The user's own Codex as a LangChain4j chat model.
 *
 * <p>Safe for use by many threads. {@code chat} blocks; interrupting its thread cancels the call.
 * What Codex reports is thrown as the exception that LangChain4j has for it. Closing the model
 * closes its {@link ChatCalls}.
 */
public final class CodexChatModel implements ChatModel, AutoCloseable {

  private final ChatCalls calls;
  private final List<ChatModelListener> listeners;

  /** A model with everything at its default. */
  public CodexChatModel(Codex codex) {
    this(ChatCalls.of(codex));
  }

  /** A model with these settings; it may share them with a {@link CodexStreamingChatModel}. */
  public CodexChatModel(ChatCalls calls) {
    this(calls, List.of());
  }

  /**
   * The same, and LangChain4j tells these listeners of each request and what it came to.
   *
   * @param listeners called as LangChain4j documents it, on the threads of the call
   */
  public CodexChatModel(ChatCalls calls, List<ChatModelListener> listeners) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    try {
      return Replies.response(calls.reply(Requests.call(request)));
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public List<ChatModelListener> listeners() {
    return listeners;
  }

  /** JSON with a schema. */
  @Override
  public Set<Capability> supportedCapabilities() {
    return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  @Override
  public void close() {
    calls.close();
  }
}
