package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.viewer.TalariaViewer;
import dev.talaria.viewer.ViewerOptions;
import java.nio.file.Path;

/**
 * Shows a turn in the browser, where what Codex asks is answered: {@code WatchInBrowser DIRECTORY
 * PROMPT}.
 */
public final class WatchInBrowser {
  public static void main(String[] args) {
    ViewerOptions page = ViewerOptions.builder().interactive(true).build();
    SessionOptions.Builder options = SessionOptions.builder().cwd(Path.of(args[0]));
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        TalariaViewer viewer = TalariaViewer.start(codex, page);
        CodexSession session = codex.openSession(options.approvals(viewer.approvals()).build())) {
      System.out.println("Look at " + viewer.uri());
      System.out.println(session.runTurn(args[1]).finalText());
    }
  }
}
