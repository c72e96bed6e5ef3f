package dev.talaria.llm.langchain4j;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.talaria.llm.ChatCalls;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What both models are: chat calls and LangChain4j's listeners. Safe for use by many threads. */
abstract class CodexModel implements AutoCloseable {

  final ChatCalls calls;
  private final List<ChatModelListener> listeners;

  CodexModel(ChatCalls calls, List<ChatModelListener> listeners) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.listeners = List.copyOf(listeners);
  }

  /** {@return the listeners that LangChain4j notifies of each request and its outcome} */
  public List<ChatModelListener> listeners() {
    return listeners;
  }

  /** {@return JSON with a schema} */
  public Set<Capability> supportedCapabilities() {
    return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  /** Closes the calls. */
  @Override
  public void close() {
    calls.close();
  }
}
