package dev.talaria.session;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Streams and orders that the real Codex cannot be made to produce: a replay with faults. */
final class FaultReplayCells implements FaultCell.Part {

  private static final Path PLAIN_TURNS =
      Path.of(
          System.getProperty("talaria.root"),
          "fixtures/src/test/resources/dev/talaria/fixtures/plain-turns.jsonl");

  /** Messages of the server up to the first delta, and up to the whole text. */
  private static final int DELTA = 11;

  private static final int TEXT = 13;
  private static final int NEVER = 100_000;

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    cell("replay: stream cut", faults -> faults.after(DELTA).cut());
    cell("replay: stream cut behind the text", faults -> faults.after(TEXT).cut());
    cell("replay: exit 7", faults -> faults.after(DELTA).exit(7));
    cell("replay: stdout closed", faults -> faults.after(DELTA).closeStdout());
    cell("replay: garbage", faults -> faults.after(DELTA).garbage("thread 'main' panicked"));
    cell(
        "replay: a line in two halves",
        faults -> faults.halfLine("item/completed", Duration.ofMillis(200)));
    cell("replay: half a line for ever", faults -> faults.halfLine("turn/completed"));
    cell("replay: a line of 64 MiB", faults -> faults.after(DELTA).bigLine(64 * 1024 * 1024));
    for (String method : new String[] {"turn/start", "turn/started", "item/completed"}) {
      cell("replay: " + method + " twice", faults -> faults.duplicate(method));
    }
    cell("replay: turn/completed twice", faults -> faults.duplicate("turn/completed"));
    cell("replay: turn/start answered last", faults -> faults.late("turn/start", 15));
    cell("replay: turn/start never answered", faults -> faults.noAnswer("turn/start"));
    cell("replay: item/started behind its deltas", faults -> faults.late("item/started", 12));
    cell("replay: turn/started dropped", faults -> faults.late("turn/started", NEVER));
    cell("replay: turn/completed dropped", faults -> faults.late("turn/completed", NEVER));
    cell(
        "replay: turn/completed late",
        faults -> faults.late("turn/completed", Duration.ofMillis(400)));
    cell("replay: a foreign turn/completed", faults -> faults.foreign("turn/completed"));
    cell("replay: a foreign item/completed", faults -> faults.foreign("item/completed"));
    cell("replay: silence", faults -> faults.after(TEXT).silence());
    return cells;
  }

  private void cell(String fault, UnaryOperator<FaultScript.Builder> faults) {
    cells.put(
        fault + " | " + FaultPhase.STREAMING.words,
        marker -> replayed(faults.apply(FaultScript.builder()).build()));
  }

  private static FaultCell.Outcome replayed(FaultScript faults) throws Exception {
    try (ReplayServer server =
            ReplayServer.start(
                Recording.read(PLAIN_TURNS), ReplayOptions.builder().faults(faults).build());
        Codex codex =
            Codex.connect(
                server.input(),
                server.output(),
                CodexOptions.builder().requestTimeout(Duration.ofSeconds(2)).build());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .quietTime(Duration.ofMillis(700))
                    .turnTimeout(Duration.ofSeconds(40))
                    .build())) {
      long start = System.nanoTime();
      TurnResult result = session.runTurn("say hello");
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      String next = result.retire() ? "-" : FaultMatrix.works(session.runTurn("and goodbye"));
      return new FaultCell.Outcome(result, null, time, next, 0);
    }
  }
}
