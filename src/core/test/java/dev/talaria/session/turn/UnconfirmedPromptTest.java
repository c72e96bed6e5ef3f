package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A prompt of unknown fate is looked for before it is sent again. */
class UnconfirmedPromptTest {

  private final UnconfirmedPrompt unsettled = new UnconfirmedPrompt();

  private static TurnResult end(String turnId, boolean retire) {
    TurnError error = new TurnError(TurnError.Kind.CONNECTION_LOST, "gone");
    TurnEnd end = new TurnEnd(TurnStatus.FAILED, error, retire, "gone");
    return new TurnRecord(new TurnListeners("thread"), 1)
        .result("t", turnId, end, List.of(), Duration.ofMillis(1));
  }

  private static Optional<ResumeReport> lastTurn(String id, String prompt) throws Exception {
    return lastTurn(id, prompt, "");
  }

  private static Optional<ResumeReport> lastTurn(String id, String prompt, String key)
      throws Exception {
    ThreadTurn turn =
        new ThreadTurn(
            WireJson.mapper()
                .readTree(
                    "{\"id\":\""
                        + id
                        + "\",\"status\":\"interrupted\",\"items\":[{\"type\":\"userMessage\","
                        + (key.isEmpty() ? "" : "\"clientId\":\"" + key + "\",")
                        + "\"id\":\"i\",\"content\":[{\"type\":\"text\",\"text\":\""
                        + prompt
                        + "\"}]}]}"));
    return Optional.of(new ResumeReport("t", "t", "killed", Optional.of(turn)));
  }

  @Test
  void a_prompt_that_codex_had_taken_is_found_once() throws Exception {
    unsettled.ended(TurnInput.of("deploy"), end("", true));
    Optional<ResumeReport> report = lastTurn("u2", "deploy");
    ThreadTurn taken = unsettled.takenAs(TurnInput.of("deploy"), report).orElseThrow();
    assertEquals("u2", taken.id());
    String told = UnconfirmedPrompt.refusal(taken).message();
    assertTrue(told.contains("u2") && told.contains("interrupted"), told);
    assertFalse(unsettled.takenAs(TurnInput.of("deploy"), report).isPresent());
  }

  @Test
  void another_prompt_and_an_earlier_turn_are_no_reason() throws Exception {
    unsettled.ended(TurnInput.of("deploy"), end("u1", true));
    unsettled.ended(TurnInput.of("deploy"), end("", true));
    assertFalse(unsettled.takenAs(TurnInput.of("other"), lastTurn("u2", "deploy")).isPresent());
    assertFalse(unsettled.takenAs(TurnInput.of("deploy"), lastTurn("u1", "deploy")).isPresent());
  }

  @Test
  void a_turn_whose_fate_is_known_is_no_reason() throws Exception {
    unsettled.ended(TurnInput.of("deploy"), end("u1", true));
    assertFalse(unsettled.takenAs(TurnInput.of("deploy"), lastTurn("u2", "deploy")).isPresent());
  }

  @Test
  void a_key_tells_two_prompts_with_the_same_text_apart() throws Exception {
    TurnInput first = TurnInput.of("go on").key("k1");
    unsettled.ended(first, end("", true));
    assertFalse(unsettled.takenAs(first.key("k2"), lastTurn("u2", "go on", "k1")).isPresent());
    assertFalse(unsettled.takenAs(first, lastTurn("u2", "go on", "k0")).isPresent());
    unsettled.ended(first, end("", true));
    assertTrue(unsettled.takenAs(first, lastTurn("u2", "go on", "k1")).isPresent());
  }
}
