package dev.talaria.cli.transcript;

import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.cli.turn.TurnsCommand;
import dev.talaria.fixtures.replay.Difference;
import dev.talaria.fixtures.replay.FaultScript;
import dev.talaria.fixtures.replay.RecordedMessage;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayException;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria replay}: runs a recorded session again, with the recording in Codex's place. */
@Command(
    name = "replay",
    description = {
      "Runs the prompts of a recorded session against the recording and prints the result.",
      "Exit code 1: a turn did not end as recorded, or something else was sent than recorded."
    })
public final class ReplayCommand extends TurnsCommand {

  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  @Parameters(paramLabel = "FILE", description = "The recording.")
  private Path file;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "The speed: 0 is as fast as possible (the default), 1 as recorded, 2 twice as" + " fast.")
  private double speed;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "A JSON script of the faults to inject.")
  private Path faults;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long a turn may take, such as 90s or 10m. Default: 1m.")
  private Duration timeout = Duration.ofMinutes(1);

  private final Map<String, CodexSession> sessions = new LinkedHashMap<>();
  private final Map<String, Turn> running = new LinkedHashMap<>();
  private final List<Turn> turns = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Recording recording;
    ReplayOptions.Builder options = ReplayOptions.builder();
    try {
      recording = Recording.read(file);
      if (faults != null) {
        options.faults(FaultScript.read(faults));
      }
    } catch (ReplayException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    RecordedSession recorded = new RecordedSession(recording);
    options
        .speed(speed)
        .onDifference(ReplayOptions.OnDifference.WARN)
        .optional(recorded.leftOut())
        .closeAtEnd(true);
    recording.note().ifPresent(this::report);
    try (ReplayServer server = ReplayServer.start(recording, options.build())) {
      List<TurnResult> results = new ArrayList<>();
      try (Codex codex = Codex.connect(server.input(), server.output(), recorded.codexOptions())) {
        RecordedAnswers answers = new RecordedAnswers(recording);
        for (RecordedMessage message : recording.messages()) {
          if (message.isSend()) {
            doAgain(message, codex, answers);
          }
        }
        for (Turn turn : turns) {
          results.add(turn.result().get());
        }
      }
      server.awaitEnd(END_LIMIT);
      String threadId = sessions.keySet().stream().findFirst().orElse("");
      print(threadId, results, document -> {});
      boolean same = reportDifferences(server);
      return same && endedAsRecorded(results, recorded.endings()) ? FINE : FAILED;
    }
  }

  private void doAgain(RecordedMessage message, Codex codex, RecordedAnswers answers)
      throws InterruptedException, ExecutionException {
    if (message.method().equals("thread/start")) {
      CodexSession session =
          codex.openSession(
              RecordedSession.sessionOptions(message.message().path("params"))
                  .approvals(answers)
                  .turnTimeout(timeout)
                  .build());
      sessions.put(session.threadId(), session);
    } else if (message.method().equals("turn/start")) {
      String threadId = message.message().path("params").path("threadId").asText("");
      CodexSession session = sessions.get(threadId);
      if (session == null) {
        report(
            "line " + message.line() + ": a turn of a thread that was not started here; left out");
        return;
      }
      Turn before = running.get(threadId);
      if (before != null) {
        before.result().get();
      }
      Turn turn = session.startTurn(RecordedSession.input(message), new TurnPrinter(err(), true));
      running.put(threadId, turn);
      turns.add(turn);
    }
  }

  private boolean reportDifferences(ReplayServer server) {
    List<Difference> differences = server.differences();
    List<RecordedMessage> outstanding = server.outstanding();
    differences.forEach(difference -> report("difference: " + difference));
    for (RecordedMessage missing : outstanding) {
      String what = missing.isReply() ? "the reply to request " + missing.id() : missing.method();
      report("difference: line " + missing.line() + ", " + what + " was recorded and not sent");
    }
    return differences.isEmpty() && outstanding.isEmpty();
  }

  private static boolean endedAsRecorded(List<TurnResult> results, Map<String, String> endings) {
    return results.stream()
        .allMatch(
            result ->
                result.status() == TurnStatus.COMPLETED
                    || result.status().name().equals(endings.get(result.turnId())));
  }
}
