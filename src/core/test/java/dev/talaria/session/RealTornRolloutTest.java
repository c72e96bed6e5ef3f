package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads whose rollout a crash has cut, on the real Codex. */
@Timeout(120)
class RealTornRolloutTest {

  private static final ModelScript ALWAYS =
      ModelScript.builder().repeat().respond(request -> Reply.text("fine")).build();

  @TempDir Path workspace;

  /** What is left of a rollout that cannot be resumed. */
  enum Cut {
    NOTHING {
      @Override
      byte[] of(byte[] rollout) {
        return new byte[0];
      }
    },
    ONE_BYTE {
      @Override
      byte[] of(byte[] rollout) {
        return Arrays.copyOf(rollout, 1);
      }
    },
    FORTY_BYTES {
      @Override
      byte[] of(byte[] rollout) {
        return Arrays.copyOf(rollout, 40);
      }
    },
    META_LINE {
      @Override
      byte[] of(byte[] rollout) {
        return Arrays.copyOf(rollout, lineEnd(rollout));
      }
    },
    META_LINE_AND_HALF_A_LINE {
      @Override
      byte[] of(byte[] rollout) {
        return Arrays.copyOf(rollout, lineEnd(rollout) + 30);
      }
    },
    NO_TEXT {
      @Override
      byte[] of(byte[] rollout) {
        byte[] bytes = new byte[400];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
      }
    };

    abstract byte[] of(byte[] rollout);

    private static int lineEnd(byte[] rollout) {
      return new String(rollout, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    }
  }

  private static Path rollout(CodexLab lab, String threadId) throws IOException {
    try (var files = Files.walk(lab.home.path().resolve("sessions"))) {
      return files.filter(file -> file.toString().contains(threadId)).findFirst().orElseThrow();
    }
  }

  private static void cut(CodexLab lab, String threadId, Cut cut) throws IOException {
    Path file = rollout(lab, threadId);
    Files.write(file, cut.of(Files.readAllBytes(file)));
  }

  private static TurnResult run(
      CodexSession session, String prompt, AtomicReference<ResumeReport> report) {
    return session.runTurn(
        TurnInput.of(prompt),
        new TurnListener() {
          @Override
          public void onResumed(ResumeReport resumed) {
            report.set(resumed);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_session_whose_rollout_is_torn_begins_a_new_thread_and_says_so(Cut cut) throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ALWAYS);
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .developerInstructions("Be kind.")
                    .history(() -> List.of(new Message.User("My colour is blue")))
                    .build())) {
      session.runTurn("one");
      String former = session.threadId();
      LostChild.of(session);
      cut(lab, former, cut);
      AtomicReference<ResumeReport> report = new AtomicReference<>();
      TurnResult next = run(session, "two", report);
      assertEquals("fine", next.finalText(), String.valueOf(next.error()));
      assertTrue(report.get().newThread());
      assertEquals(former, report.get().formerThreadId());
      assertTrue(report.get().reason().contains("Codex cannot resume"), report.get().reason());
      String request = lab.model.requests().get(1).json();
      assertTrue(request.contains("user: My colour is blue"), request);
      assertTrue(request.contains("Be kind."), request);
      assertEquals("fine", run(session, "three", report).finalText());
      assertTrue(lab.model.requests().get(2).json().contains("two"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_torn_thread_is_refused_by_name_or_begun_anew_with_the_history(Cut cut) throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ALWAYS)) {
      String threadId;
      try (Codex first = lab.launch();
          CodexSession session = first.openSession(lab.options().build())) {
        session.runTurn("one");
        threadId = session.threadId();
      }
      cut(lab, threadId, cut);
      SessionOptions.Builder options = lab.options().resume(threadId);
      if (cut == Cut.NOTHING || CodexLab.selectedIsPinned()) {
        ThreadGoneException gone =
            assertThrows(
                ThreadGoneException.class, () -> lab.codex.openSession(options.build()).close());
        assertEquals(threadId, gone.threadId());
      }
      options.history(() -> List.of(new Message.User("My colour is blue")));
      try (CodexSession session = lab.codex.openSession(options.build())) {
        assertTrue(session.resumed().orElseThrow().newThread());
        session.runTurn("two");
        assertTrue(lab.model.requests().get(1).json().contains("user: My colour is blue"));
      }
    }
  }

  @Test
  void a_torn_last_line_costs_no_more_than_that_line() throws Exception {
    try (CodexLab lab = new CodexLab(workspace, ALWAYS);
        CodexSession session = lab.codex.openSession(lab.options().build())) {
      session.runTurn("the first prompt");
      LostChild.of(session);
      Path file = rollout(lab, session.threadId());
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length - 20));
      AtomicReference<ResumeReport> report = new AtomicReference<>();
      TurnResult next = run(session, "two", report);
      assertEquals("fine", next.finalText(), String.valueOf(next.error()));
      assertFalse(report.get().newThread());
      assertTrue(lab.model.requests().get(1).json().contains("the first prompt"));
    }
  }

  @Test
  void a_fork_whose_rollout_only_points_to_another_is_whole() {
    try (CodexLab lab = new CodexLab(workspace, ALWAYS)) {
      CodexSession session = lab.codex.openSession(lab.options().build());
      session.runTurn("the first prompt");
      String fork = lab.codex.threads().fork(session.threadId()).id();
      session.close();
      try (Codex other = lab.launch();
          CodexSession forked = other.openSession(lab.options().resume(fork).build())) {
        assertEquals(fork, forked.threadId());
        forked.runTurn("two");
        assertTrue(lab.model.requests().get(1).json().contains("the first prompt"));
      }
    }
  }
}
