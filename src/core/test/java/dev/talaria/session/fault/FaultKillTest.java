package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ConnectionState;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.fault.FaultDialogue.Kind;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Up to 200 random kills of the real Codex in ten kinds of moment. After each one the turn's future
 * completes rightly, the next turn works, and the model is sent every message once; in the end no
 * process, file or thread is left.
 *
 * <p>The seed is printed; {@code -Dtalaria.fault.seed=…} makes the same choices again.
 */
@Timeout(300)
class FaultKillTest {

  private static final int MOST_KILLS_OF_A_MOMENT = 20;
  private static final int KILLS_OF_A_MOMENT = MOST_KILLS_OF_A_MOMENT / FaultLab.ONE_IN;

  /** Most of a kill is waiting, so there are more lanes than processors. */
  private static final int LANES = 4;

  private static final Path DOCS =
      Path.of(System.getProperty("talaria.root"), "docs/engineering/faults.md");

  private final ConcurrentLinkedQueue<FaultMoment> moments = new ConcurrentLinkedQueue<>();
  private final List<String> bad = new CopyOnWriteArrayList<>();

  @Test
  void kills_lose_nothing_but_the_turn_that_they_hit() throws Exception {
    long seed = Long.getLong("talaria.fault.seed", System.nanoTime());
    System.out.println("kills: -Dtalaria.fault.seed=" + seed);
    List<FaultMoment> all = new ArrayList<>();
    for (FaultMoment moment : FaultMoment.values()) {
      all.addAll(Collections.nCopies(KILLS_OF_A_MOMENT, moment));
    }
    Collections.shuffle(all, new Random(seed));
    moments.addAll(all.subList(0, LANES));
    runLanes(seed);
    int threads = Thread.getAllStackTraces().size();
    long files = openFiles();
    moments.addAll(all.subList(LANES, all.size()));
    runLanes(seed + LANES);
    assertEquals(List.of(), bad);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> openFiles() <= files + 4 && Thread.getAllStackTraces().size() <= threads + 20);
    String table = FaultMoment.table(MOST_KILLS_OF_A_MOMENT);
    assertTrue(
        Files.readString(DOCS).contains(table),
        () -> "docs/engineering/faults.md should have\n" + table);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  private void runLanes(long seed) throws Exception {
    FaultLab.atOnce(LANES, seed, random -> new Lane(random).run());
  }

  /** Some of the kills, one after the other, in a home of their own. */
  private final class Lane {

    private final Random random;
    private final FaultLab lab;

    Lane(Random random) throws IOException {
      this.random = random;
      this.lab =
          new FaultLab(ModelScript.builder().repeat().respond(FaultDialogue::answer).build());
    }

    void run() throws Exception {
      try (lab) {
        for (FaultMoment at = moments.poll(); at != null; at = moments.poll()) {
          String outcome = kill(at);
          if (!outcome.isEmpty()) {
            bad.add(at + ": " + outcome);
          }
          lab.model.forgetRequests();
        }
      }
      assertEquals(List.of(), lab.left(), "processes");
      lab.clean();
    }

    /** What is wrong after one kill; empty when all is well. */
    private String kill(FaultMoment at) throws Exception {
      FaultDialogue dialogue = new FaultDialogue();
      try (CodexSession session =
          lab.codex.openSession(
              lab.options(at == FaultMoment.APPROVAL ? FaultPhase.APPROVAL : FaultPhase.IDLE)
                  .history(dialogue::transcript)
                  .build())) {
        boolean hasTurns =
            switch (at) {
              case IDLE, NEW -> false;
              case COMPACTING, BETWEEN, RESUMING -> true;
              default -> random.nextBoolean();
            };
        if (hasTurns) {
          String wrong = next(session, dialogue, "works");
          if (!wrong.isEmpty()) {
            return "the first turn: " + wrong;
          }
        }
        String turn = hit(at, session, dialogue);
        if (!FaultMoment.allows(at.turn, turn)) {
          return "the turn: " + turn;
        }
        String wrong = next(session, dialogue, at.next);
        return wrong.isEmpty() ? next(session, dialogue, "works") : wrong;
      }
    }

    /** Runs a turn into the moment, kills the child, and tells what became of the turn. */
    private String hit(FaultMoment at, CodexSession session, FaultDialogue dialogue)
        throws Exception {
      RecordingListener heard = new RecordingListener();
      ProcessHandle child = lab.currentChild();
      if (at == FaultMoment.IDLE || at == FaultMoment.BETWEEN) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(3_000)));
        child.destroyForcibly();
        lab.noticeDeathOf(child);
        return at == FaultMoment.IDLE ? "no turn" : "COMPLETED";
      }
      if (at == FaultMoment.RESUMING) {
        child.destroyForcibly();
        lab.noticeDeathOf(child);
      }
      String prompt = FaultDialogue.prompt(kind(at));
      int asked = lab.model.requests().size();
      Turn turn =
          at == FaultMoment.COMPACTING
              ? session.compact(heard)
              : session.startTurn(TurnInput.of(prompt), heard);
      reach(at, heard, asked);
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(most(at))));
      if (at == FaultMoment.STEERED) {
        String more = FaultDialogue.prompt(Kind.HANG);
        dialogue.cutOff(more);
        turn.steer(more);
      }
      until(lab::hasChild);
      ProcessHandle killed = lab.currentChild();
      killed.destroyForcibly();
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      // The kill came behind the turn, or another child took it over.
      if (result.status() == TurnStatus.COMPLETED) {
        until(() -> !killed.isAlive() && (ConnectionState.isLost(lab.codex) || lab.hasChild()));
      }
      if (at == FaultMoment.NEW && random.nextBoolean()) {
        tear(session.threadId());
      }
      if (at != FaultMoment.COMPACTING) {
        dialogue.ended(prompt, result);
      }
      return result.status()
          + (result.error() == null ? "" : " " + result.error().kind().jsonName());
    }

    private static Kind kind(FaultMoment at) {
      return switch (at) {
        case RESUMING -> Kind.TEXT;
        case STREAMING, STEERED -> Kind.STREAM;
        case COMMAND -> Kind.COMMAND;
        case APPROVAL -> Kind.ESCALATE;
        default -> Kind.HANG;
      };
    }

    /** How many microseconds may pass in the moment before the kill. */
    private static int most(FaultMoment at) {
      return switch (at) {
        case NEW -> 60_000;
        case RESUMING -> 200_000;
        default -> 5_000;
      };
    }

    private void reach(FaultMoment at, RecordingListener heard, int asked) throws Exception {
      switch (at) {
        case ASKED, COMPACTING -> lab.model.awaitRequests(asked + 1, Duration.ofSeconds(20));
        case STREAMING, STEERED -> until(() -> heard.text.toString().endsWith("half"));
        case COMMAND -> until(() -> heard.events.contains("+commandExecution"));
        case APPROVAL -> until(() -> heard.events.contains("asked"));
        case RESUMING -> until(lab::hasChild);
        default -> {
          // It is reached at once.
        }
      }
    }

    /** What a crash of the machine leaves: some bytes of the first line, or none. */
    private void tear(String threadId) throws IOException {
      Path sessions = lab.home.path().resolve("sessions");
      if (!Files.exists(sessions)) {
        return;
      }
      try (Stream<Path> files = Files.walk(sessions)) {
        for (Path file : files.filter(one -> one.toString().contains(threadId)).toList()) {
          byte[] begun = Files.readAllBytes(file);
          Files.write(file, Arrays.copyOf(begun, Math.min(begun.length, random.nextInt(80))));
        }
      }
    }

    private static void until(Callable<Boolean> condition) {
      await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    /** Runs one turn more; what is wrong with it, or empty. */
    private String next(CodexSession session, FaultDialogue dialogue, String allowed) {
      AtomicReference<ResumeReport> report = new AtomicReference<>();
      String prompt = FaultDialogue.prompt(Kind.TEXT);
      TurnResult result =
          session.runTurn(
              TurnInput.of(prompt),
              new TurnListener() {
                @Override
                public void onResumed(ResumeReport resumed) {
                  report.set(resumed);
                }
              });
      dialogue.ended(prompt, result);
      ResumeReport told = report.get();
      String did = told == null ? "works" : told.newThread() ? "new thread" : "resumes";
      if (result.status() != TurnStatus.COMPLETED) {
        return "the next turn: " + result.status() + " " + result.error();
      }
      if (!FaultMoment.allows(allowed, did)) {
        return "the next turn " + did + ": " + told;
      }
      if (told != null && told.reason().isBlank()) {
        return "the host was not told why";
      }
      return String.join("; ", dialogue.faults(lab.model.requests(), prompt));
    }
  }
}
