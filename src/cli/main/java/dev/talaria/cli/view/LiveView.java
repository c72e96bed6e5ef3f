package dev.talaria.cli.view;

import dev.talaria.approval.AuditFile;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.turn.SessionSelection;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.ThreadLoadedListParams;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.viewer.TalariaViewer;
import dev.talaria.viewer.ViewerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/**
 * {@code talaria view --live}: sessions in the browser while they happen. Belongs to one thread.
 */
final class LiveView {

  private static final int LONGEST = 300;

  @Option(
      names = "--live",
      required = true,
      description = "Serves a live page, for this machine only, until Ctrl-C.")
  private boolean live;

  @Option(
      names = "--run",
      paramLabel = "PROMPT",
      description = "Begins a turn with this prompt. Without it, the page has a box for prompts.")
  private String prompt;

  @Option(names = "--read-only", description = "Makes the page read-only. Approvals are declined.")
  private boolean readOnly;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port of the page. Default: a free one.")
  private int port;

  /** Serves the page until Ctrl-C, or until the calling thread is interrupted. */
  void serve(SessionSelection selection, String thread, Consumer<String> say) throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    ViewerOptions options = ViewerOptions.builder().port(port).interactive(!readOnly).build();
    try (AuditFile log = selection.openAudit();
        Codex codex = selection.connect(selection.options().build());
        TalariaViewer viewer = TalariaViewer.start(codex, options)) {
      say.accept("view: " + viewer.uri());
      say.accept("  the address is good for one use; Ctrl-C ends");
      Sessions sessions = new Sessions(selection, log, codex, viewer, say);
      if (thread == null && prompt == null && selection.isAttached()) {
        sessions.follow();
      } else {
        CodexSession session = sessions.open(thread);
        if (prompt != null) {
          session.startTurn(TurnInput.of(prompt), TurnListener.NONE);
        }
      }
      Interrupts.onFirst(end::countDown);
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Opens sessions with approvals on the page. Safe for use by many threads. */
  private record Sessions(
      SessionSelection selection,
      AuditFile log,
      Codex codex,
      TalariaViewer viewer,
      Consumer<String> say) {

    /** Continues a thread, or begins one where there is none. */
    CodexSession open(String thread) {
      SessionOptions.Builder session =
          selection.session(selection.cwd(Path.of("")), log).approvals(viewer.approvals());
      if (thread != null) {
        viewer.show(thread);
        session.resume(thread);
      }
      return codex.openSession(session.build());
    }

    /** All threads that a server has loaded, and those that it loads later. */
    void follow() {
      Set<String> seen = ConcurrentHashMap.newKeySet();
      ExecutorService opening =
          Executors.newSingleThreadExecutor(DaemonThreads.named("talaria-view"));
      Consumer<String> join =
          id -> {
            if (!id.isEmpty() && seen.add(id)) {
              opening.execute(() -> join(id));
            }
          };
      codex.subscribe(
          (ServerNotification event) -> {
            if (event instanceof ServerNotification.Unknown other
                && other.method().equals("thread/started")) {
              join.accept(other.params().path("thread").path("id").asText());
            }
          });
      codex.call(Methods.THREAD_LOADED_LIST, ThreadLoadedListParams.of()).data().forEach(join);
    }

    private void join(String id) {
      try {
        // An agent's thread comes with that of its parent.
        if (codex.threads().read(id).parent().isEmpty()) {
          open(id);
        }
      } catch (TalariaException e) {
        String why = VisibleText.onOneLine(Redaction.redact(e.getMessage()), LONGEST);
        say.accept("view: the thread " + VisibleText.onOneLine(id) + " is not shown: " + why);
      }
    }
  }
}
