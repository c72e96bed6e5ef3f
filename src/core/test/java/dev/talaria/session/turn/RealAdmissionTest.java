package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.lab.RecordingObserver;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a host's turn while another client's runs in the same thread. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealAdmissionTest {

  /** What another client asked, and what it says in the end. */
  private static final ModelScript SCRIPT =
      ModelScript.builder()
          .when("host's")
          .repeat()
          .text("to the host")
          .reply(OutputItem.call("exec_command", Map.of("cmd", "sleep 2", "login", false)))
          .text("to the other")
          .build();

  @TempDir Path workspace;
  private final RecordedTurns others = new RecordedTurns();

  private CodexSession open(CodexLab lab) {
    return lab.codex.openSession(
        lab.options().sandbox(SandboxMode.DANGER_FULL_ACCESS).listener(others).build());
  }

  /** As another client of the same app-server does. */
  private Turn otherTurn(CodexLab lab, CodexSession session) {
    lab.codex.call(
        "turn/start",
        Map.of(
            "threadId", session.threadId(),
            "input", List.of(Map.of("type", "text", "text", "the other's"))),
        JsonNode.class,
        Duration.ofSeconds(10));
    await().until(() -> others.heard.events.contains("+commandExecution"));
    assertEquals(List.of(TurnOrigin.OTHER_CLIENT), others.origins);
    return others.turns.get(0);
  }

  private static TurnInput input(TurnAdmission how) {
    return TurnInput.of("the host's").admission(how);
  }

  @Test
  void wait_runs_it_behind_the_other_with_an_id_of_its_own() {
    try (CodexLab lab = new CodexLab(workspace, SCRIPT);
        CodexSession session = open(lab)) {
      Turn other = otherTurn(lab, session);
      TurnResult own = session.runTurn(input(TurnAdmission.WAIT), TurnListener.NONE);
      assertEquals("to the host", own.finalText());
      assertEquals(TurnStatus.COMPLETED, other.await().status());
      assertEquals("to the other", other.await().finalText());
      assertNotEquals(other.turnId(), own.turnId());
    }
  }

  @Test
  void steer_gives_the_input_to_the_other_and_ends_with_it() {
    RecordingObserver watching = new RecordingObserver();
    try (CodexLab lab = new CodexLab(workspace, SCRIPT);
        CodexSession session = open(watched(lab, watching))) {
      Turn other = otherTurn(lab, session);
      RecordingListener heard = new RecordingListener();
      Turn own = session.startTurn(input(TurnAdmission.STEER), heard);
      assertEquals(other.await(), own.await());
      assertEquals(other.turnId(), own.turnId());
      assertEquals("to the host", own.await().finalText());
      assertTrue(heard.events.contains("completed"));
      TurnResult next = session.runTurn("the host's");
      assertEquals("to the host", next.finalText());
      String origin = other.origin().toString();
      assertEquals(
          List.of(
              "turn " + origin,
              "turn HOST",
              "joined " + origin,
              "end COMPLETED",
              "turn HOST",
              "end COMPLETED"),
          watching.told.stream().filter(event -> event.indexOf(' ') > 0).toList());
      lab.codex.observe();
    }
  }

  private static CodexLab watched(CodexLab lab, TalariaObserver by) {
    lab.codex.observe(by);
    return lab;
  }

  @Test
  void interrupt_ends_the_other_and_runs_it() {
    try (CodexLab lab = new CodexLab(workspace, SCRIPT);
        CodexSession session = open(lab)) {
      Turn other = otherTurn(lab, session);
      TurnResult own = session.runTurn(input(TurnAdmission.INTERRUPT), TurnListener.NONE);
      assertEquals("to the host", own.finalText());
      assertEquals(TurnStatus.INTERRUPTED, other.await().status());
    }
  }

  @Test
  void refuse_fails_at_once_and_the_other_goes_on() {
    try (CodexLab lab = new CodexLab(workspace, SCRIPT);
        CodexSession session = open(lab)) {
      Turn other = otherTurn(lab, session);
      TurnResult own = session.runTurn(input(TurnAdmission.REFUSE), TurnListener.NONE);
      assertEquals(TurnError.Kind.REFUSED, own.error().kind());
      assertEquals(TurnStatus.COMPLETED, other.await().status());
    }
  }
}
