package dev.talaria.cli.threads;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexThreads;
import java.time.Instant;

/** A command that starts a Codex and asks it about its threads; it opens none of them. */
abstract class ThreadCommand extends ConnectedCommand {

  static final ObjectMapper JSON = WireJson.mapper();
  private static final int LONGEST_TITLE = 60;

  @Override
  protected final int run(Codex codex) {
    return run(codex.threads());
  }

  /** Does what was asked for, and returns the exit code. */
  abstract int run(CodexThreads threads);

  /** Its name, else how it begins. */
  static String title(StoredThread thread) {
    String title = thread.name().isEmpty() ? thread.preview() : thread.name();
    return VisibleText.onOneLine(title, LONGEST_TITLE);
  }

  /** A thread as {@code --json} prints it. */
  static ObjectNode json(StoredThread thread) {
    return JSON.createObjectNode()
        .put("id", thread.id())
        .put("name", thread.name())
        .put("preview", thread.preview())
        .put("cwd", thread.cwd())
        .put("model", thread.model())
        .put("modelProvider", thread.modelProvider())
        .put("status", thread.status())
        .put("createdAt", thread.createdAt().map(Instant::toString).orElse(null))
        .put("updatedAt", thread.updatedAt().map(Instant::toString).orElse(null))
        .put("forkedFrom", thread.forkedFrom())
        .put("parent", thread.parent());
  }
}
