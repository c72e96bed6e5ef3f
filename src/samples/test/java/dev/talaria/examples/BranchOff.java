package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.StoredThread;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadQuery;
import java.nio.file.Path;

/** Copies a thread and lists what there is; shown in docs/threads.md. */
public final class BranchOff {
  public static void main(String[] args) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      session.runTurn(args[1]);
      session.name("first draft");
      CodexThreads threads = codex.threads();
      StoredThread copy = threads.fork(session.threadId());
      threads.name(copy.id(), "second draft");
      for (StoredThread thread : threads.list(ThreadQuery.all().limit(20)).entries()) {
        int turns = threads.turns(thread.id(), 10).entries().size();
        System.out.println(thread.name() + ": " + turns + " turn");
      }
      threads.archive(copy.id());
    }
  }
}
