package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.transcript.ChatCompletionsForm;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.ResponsesForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps the history of a host: {@code KeepHistory DIRECTORY PROMPT...}. */
public final class KeepHistory {
  public static void main(String[] args) {
    List<Message> history = new ArrayList<>(); // may begin with messages of another model
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      for (String prompt : List.of(args).subList(1, args.length)) {
        history.addAll(session.runTurn(prompt).messages());
      }
    }
    // The "messages" of a Chat Completions request, and the "input" of a Responses request.
    System.out.println(ChatCompletionsForm.portable().write(history));
    System.out.println(ResponsesForm.portable().write(history));
  }
}
