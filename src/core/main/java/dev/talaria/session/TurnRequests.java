package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.TurnRequest;
import java.time.Duration;
import java.util.Map;

/** By which requests of Codex's the turns of the host begin. */
final class TurnRequests {

  /** So much later than the session Codex ends a command that has a limit. */
  private static final Duration LATER = Duration.ofSeconds(10);

  private TurnRequests() {}

  /**
   * @param settings what holds where the input says nothing, before what the options say
   */
  static TurnRequest prompt(
      ThreadSession on, TurnInput input, TurnInput settings, SessionOptions options) {
    TurnStartRequest request =
        new TurnStartRequest(on.server(), on.threadId(), input.or(settings), options);
    return new TurnRequest(input, TurnOrigin.HOST, request::send);
  }

  static TurnRequest compaction(ThreadSession on) {
    return unnamed(on, TurnInput.none(), TurnOrigin.COMPACTION, "thread/compact/start", Map.of());
  }

  static TurnRequest review(ThreadSession on, ReviewTarget target) {
    Map<String, Object> params = Map.of("threadId", on.threadId(), "target", target);
    return new TurnRequest(
        TurnInput.none(),
        TurnOrigin.REVIEW,
        arrival -> on.server().startTurn("review/start", params, arrival));
  }

  /**
   * @throws IllegalArgumentException if a text of it is blank
   */
  static void checkTarget(ReviewTarget target) {
    target
        .json()
        .properties()
        .forEach(
            field -> {
              if (field.getValue().asText().isBlank()) {
                throw new IllegalArgumentException(
                    "the target of a review: " + field.getKey() + " must not be blank");
              }
            });
  }

  /**
   * @throws IllegalArgumentException if there is no command
   */
  static void checkCommand(String command) {
    if (command.isBlank()) {
      throw new IllegalArgumentException("a shell command must not be blank");
    }
  }

  /** The limit is the session's, which all versions have; Codex's own would end it at an hour. */
  static TurnRequest shellCommand(ThreadSession on, String command, TurnInput input) {
    long millis = input.timeout().map(LATER::plus).orElseThrow().toMillis();
    return unnamed(
        on,
        input,
        TurnOrigin.SHELL,
        "thread/shellCommand",
        Map.of("command", command, "timeoutMs", millis));
  }

  /** One whose reply says nothing of the turn. */
  private static TurnRequest unnamed(
      ThreadSession on,
      TurnInput input,
      TurnOrigin origin,
      String method,
      Map<String, Object> params) {
    return new TurnRequest(
        input,
        origin,
        arrival -> on.server().request(method, on.turns().withThreadId(params), JsonNode.class));
  }
}
