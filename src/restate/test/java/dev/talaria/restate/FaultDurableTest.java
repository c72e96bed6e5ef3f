package dev.talaria.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.restate.FaultLane.Outcome;
import dev.talaria.restate.FaultLane.Part;
import dev.talaria.restate.FaultLane.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worker, engine and Codex server, each pair and all three are killed, in each phase of a run on
 * the real Restate server. {@code -Dtalaria.durable.trials=10} says how often, {@code
 * -Dtalaria.durable.table=FILE} where the table goes.
 */
class FaultDurableTest {

  private static final int TRIALS = Integer.getInteger("talaria.durable.trials", 1);

  /** A pattern of trials, such as {@code WORKER-CODEX-STREAMING-.*}; all by default. */
  private static final String ONLY = System.getProperty("talaria.durable.only", ".*");

  private static final int LANES = Integer.getInteger("talaria.durable.lanes", 3);

  private static final List<Set<Part>> VICTIMS =
      List.of(
          EnumSet.of(Part.WORKER),
          EnumSet.of(Part.ENGINE),
          EnumSet.of(Part.CODEX),
          EnumSet.of(Part.WORKER, Part.ENGINE),
          EnumSet.of(Part.WORKER, Part.CODEX),
          EnumSet.of(Part.ENGINE, Part.CODEX),
          EnumSet.allOf(Part.class));

  @TempDir Path folder;

  /** What is to be tried once. */
  private record Trial(Set<Part> victims, Phase phase, int number) {
    String key() {
      return victims.stream().map(Part::name).collect(Collectors.joining("-"))
          + "-"
          + phase
          + "-"
          + number;
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void whatever_is_killed_a_run_ends_and_nothing_is_done_twice() throws Exception {
    Queue<Trial> trials = new ConcurrentLinkedQueue<>();
    for (int number = 1; number <= TRIALS; number++) {
      for (Set<Part> victims : VICTIMS) {
        for (Phase phase : Phase.values()) {
          Trial trial = new Trial(victims, phase, number);
          if (trial.key().matches(ONLY)) {
            trials.add(trial);
          }
        }
      }
    }
    int planned = trials.size();
    Map<Trial, Outcome> outcomes = new ConcurrentHashMap<>();
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        running.add(lanes.submit(() -> lane(trials, outcomes)));
      }
      for (Future<?> lane : running) {
        lane.get();
      }
    } finally {
      lanes.shutdownNow();
    }
    String table = table(outcomes);
    System.out.println(table);
    write(table);
    List<String> faults =
        outcomes.entrySet().stream()
            .filter(one -> !one.getValue().fault().isEmpty())
            .map(one -> one.getKey().key() + ": " + one.getValue().fault())
            .sorted()
            .toList();
    assertEquals(List.of(), faults);
    assertEquals(planned, outcomes.size());
  }

  /** Trials one after the other, on an engine and a Codex of its own; anew after a failure. */
  private Void lane(Queue<Trial> trials, Map<Trial, Outcome> outcomes) throws Exception {
    while (!trials.isEmpty()) {
      try (FaultLane lane = new FaultLane(folder, System.nanoTime())) {
        for (Trial trial = trials.poll(); trial != null; trial = trials.poll()) {
          Outcome outcome = tried(lane, trial);
          outcomes.put(trial, outcome);
          System.out.printf(
              Locale.ROOT, "%-50s %5.1f s %s%n", trial.key(), outcome.seconds(), outcome.fault());
          if (outcome.seconds() < 0) {
            break;
          }
        }
      }
    }
    return null;
  }

  private static Outcome tried(FaultLane lane, Trial trial) {
    try {
      return lane.run(trial.victims(), trial.phase(), trial.key());
    } catch (Exception | AssertionError e) {
      e.printStackTrace();
      return new Outcome("did not end: " + e, false, 0, -1);
    }
  }

  private static String table(Map<Trial, Outcome> outcomes) {
    StringBuilder table = new StringBuilder("| killed |");
    for (Phase phase : Phase.values()) {
      table.append(' ').append(phase.title).append(" |");
    }
    table.append("\n|---|").append("---|".repeat(Phase.values().length)).append('\n');
    for (Set<Part> victims : VICTIMS) {
      table.append("| ").append(name(victims)).append(" |");
      for (Phase phase : Phase.values()) {
        List<Outcome> cell =
            outcomes.entrySet().stream()
                .filter(
                    one -> one.getKey().victims().equals(victims) && one.getKey().phase() == phase)
                .map(Map.Entry::getValue)
                .toList();
        table.append(' ').append(cell(cell)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String name(Set<Part> victims) {
    return victims.size() == 3
        ? "all three"
        : victims.stream()
            .map(part -> part == Part.CODEX ? "Codex" : part.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
  }

  private static String cell(List<Outcome> trials) {
    long right = trials.stream().filter(one -> one.fault().isEmpty()).count();
    long cutOff = trials.stream().filter(Outcome::cutOff).count();
    return right + "/" + trials.size() + (cutOff == 0 ? "" : ", " + cutOff + " cut off");
  }

  private static void write(String table) throws IOException {
    String file = System.getProperty("talaria.durable.table", "");
    if (!file.isEmpty()) {
      Path page = Path.of(System.getProperty("talaria.root")).resolve(file);
      Files.writeString(
          page,
          """
          # What was killed, and what came of it

          Each trial is a run on the real Restate server and the real Codex with a scripted model: its model writes a file by a command.
          In the phase of the column, the processes of the row get `SIGKILL`; in about half of the trials a random moment later.
          A trial counts as right if the run completed, the file was written once, and the prompt is in the model's input once; without
          a kill of Codex also only if no turn was cut off and a person was asked at most once.

          "Cut off" counts the runs that name a turn as cut off (`StepResult.Ended.cutOff`): there the model was told to look before it
          repeats anything, and the scripted one does. A person is then asked again. A Codex that is killed in the moment in which it
          takes the first prompt of a thread may have nothing of it afterwards: the run begins another thread. It may also list the turn
          and have lost its prompt; the turn that goes on repeats the task, which counts.

          %s
          Written by `mvn -Pfaults -pl src/restate -am test -Dtest=FaultDurableTest -Dsurefire.failIfNoSpecifiedTests=false
          -Dtalaria.durable.trials=%d -Dtalaria.durable.table=docs/engineering/durable-matrix.md`.
          """
              .formatted(table, TRIALS));
    }
  }
}
