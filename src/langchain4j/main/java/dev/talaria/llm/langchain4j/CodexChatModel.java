package dev.talaria.llm.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.talaria.llm.ChatCalls;
import dev.talaria.session.Codex;
import java.util.List;

/**
 * The user's own Codex as a LangChain4j chat model.
 *
 * <p>Safe for use by many threads. {@code chat} blocks; interrupting its thread cancels the call.
 * What Codex reports is thrown as the exception that LangChain4j has for it. Closing the model
 * closes its {@link ChatCalls}.
 */
public final class CodexChatModel extends CodexModel implements ChatModel {

  /**
   * A model with everything at its default.
   *
   * @param codex stays open when the model is closed
   */
  public CodexChatModel(Codex codex) {
    this(ChatCalls.of(codex));
  }

  /**
   * A model with these settings; it may share them with a {@link CodexStreamingChatModel}.
   *
   * @param calls closed with the model
   */
  public CodexChatModel(ChatCalls calls) {
    this(calls, List.of());
  }

  /**
   * The same, with listeners that LangChain4j notifies of each request and its outcome.
   *
   * @param calls closed with the model
   * @param listeners called as LangChain4j documents it, on the threads of the call
   */
  public CodexChatModel(ChatCalls calls, List<ChatModelListener> listeners) {
    super(calls, listeners);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    try {
      return Replies.response(calls.reply(Requests.call(request)));
    } catch (RuntimeException e) {
      throw Failures.of(e);
    }
  }
}
