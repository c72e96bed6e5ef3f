package dev.talaria.session.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadInUseException;
import dev.talaria.session.ThreadQuery;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.fault.FaultDialogue.Kind;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty conversations on a pool of three children: turns, closes, closes in a turn, resumes, two
 * resumes at once, and a child killed now and then. Every resume works or says why, on the same
 * thread, and the model is sent every message once.
 *
 * <p>The seed is printed; {@code -Dtalaria.fault.seed=…} makes the same choices again, in an order
 * that the threads make.
 */
@Timeout(300)
class FaultStormTest {

  private static final int CONVERSATIONS = 50;
  private static final int STEPS = 400;
  private static final int KILL_EVERY = 20;
  private static final int LANES = 6;

  @TempDir Path workspace;

  private final List<String> bad = new CopyOnWriteArrayList<>();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger resumes = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final BlockingQueue<Conversation> idle = new LinkedBlockingQueue<>();

  private ScriptedModel model;
  private ScratchCodexHome home;
  private CodexPool pool;

  @Test
  void fifty_sessions_survive_kills_closes_and_resumes() throws Exception {
    long seed = Long.getLong("talaria.fault.seed", System.nanoTime());
    System.out.println("storm: -Dtalaria.fault.seed=" + seed);
    ModelScript script = ModelScript.builder().repeat().respond(FaultDialogue::answer).build();
    try (ScriptedModel scripted = ScriptedModel.start(script);
        ScratchCodexHome scratch = ScratchCodexHome.builder(scripted.baseUrl()).create()) {
      model = scripted;
      home = scratch;
      CodexOptions options = FaultLab.launchOptions(CodexLab.executable(), home);
      try (CodexPool three = CodexPool.launch(options, new PoolOptions(3, CONVERSATIONS))) {
        pool = three;
        for (int i = 0; i < CONVERSATIONS; i++) {
          idle.add(new Conversation());
        }
        storm(seed);
        for (Conversation conversation : List.copyOf(idle)) {
          conversation.turn("in the end");
          assertEquals(0, conversation.unfinished, "the last turn did not complete");
        }
        assertEquals(CONVERSATIONS, pool.sessions());
      }
      assertEquals(List.of(), FaultLab.running(home));
      try (Codex afterwards = Codex.launch(options)) {
        assertEquals(List.of(), afterwards.threads().list(archived()).entries(), "archived");
      }
    }
    System.out.printf(
        "storm: %d steps, %d kills, %d resumes, %d refused in words, %d turns cut off%n",
        STEPS, kills.get(), resumes.get(), refusals.get(), cutOff.get());
    assertEquals(List.of(), bad);
    assertTrue(kills.get() >= STEPS / KILL_EVERY / 2, "kills: " + kills);
  }

  private static ThreadQuery archived() {
    return ThreadQuery.all().archived();
  }

  private void storm(long seed) throws Exception {
    FaultLab.atOnce(
        LANES,
        seed,
        random -> {
          for (int step = steps.incrementAndGet(); step <= STEPS; step = steps.incrementAndGet()) {
            if (step % KILL_EVERY == 0) {
              killOne(random);
            }
            Conversation conversation = idle.take();
            conversation.step(random);
            idle.add(conversation);
          }
        });
  }

  private void killOne(Random random) {
    List<ProcessHandle> children = FaultLab.children(home).toList();
    if (!children.isEmpty()) {
      children.get(random.nextInt(children.size())).destroyForcibly();
      kills.incrementAndGet();
    }
  }

  /** One thread with the session that has it open; used by one lane at a time. */
  private final class Conversation {

    private final FaultDialogue dialogue = new FaultDialogue();
    private CodexSession session = pool.openSession(options().build());
    private int unfinished;

    private SessionOptions.Builder options() {
      return SessionOptions.builder().cwd(workspace).history(dialogue::transcript);
    }

    private void step(Random random) throws Exception {
      int dice = random.nextInt(10);
      if (dice < 5) {
        turn("a turn");
      } else if (dice < 8) {
        session.close();
        session = resume();
      } else if (dice < 9) {
        String prompt = FaultDialogue.prompt(random.nextBoolean() ? Kind.HANG : Kind.STREAM);
        Turn turn = session.startTurn(TurnInput.of(prompt), TurnListener.NONE);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(80_000)));
        session.close();
        dialogue.ended(prompt, turn.result().get(60, TimeUnit.SECONDS));
        session = resume();
      } else {
        session.close();
        CompletableFuture<CodexSession> other = CompletableFuture.supplyAsync(this::tryResume);
        CodexSession mine = tryResume();
        CodexSession theirs = other.get(60, TimeUnit.SECONDS);
        if (mine != null && theirs != null && mine.threadId().equals(theirs.threadId())) {
          bad.add("two sessions have the thread " + mine.threadId());
        }
        if (mine != null && theirs != null) {
          theirs.close();
        }
        session = mine != null ? mine : theirs != null ? theirs : resume();
      }
    }

    private void turn(String what) {
      String prompt = FaultDialogue.prompt(Kind.TEXT);
      TurnResult result =
          session.runTurn(
              TurnInput.of(prompt),
              new TurnListener() {
                @Override
                public void onResumed(ResumeReport report) {
                  check(report);
                }
              });
      dialogue.ended(prompt, result);
      if (result.status() == TurnStatus.COMPLETED) {
        unfinished = 0;
        dialogue.faults(model.requests(), prompt).forEach(fault -> bad.add(what + ": " + fault));
      } else {
        unfinished++;
        cutOff.incrementAndGet();
        if (result.error() == null || result.error().kind() != TurnError.Kind.CONNECTION_LOST) {
          bad.add(what + ": " + result.status() + " " + result.error());
        }
      }
    }

    private void check(ResumeReport report) {
      if (report.newThread() && dialogue.hasAnswers()) {
        bad.add("a thread with turns was given up: " + report.reason());
      }
    }

    /** Resumes, if necessary again: a child may be killed at any time. */
    private CodexSession resume() {
      for (int i = 0; i < 4; i++) {
        CodexSession resumed = tryResume();
        if (resumed != null) {
          return resumed;
        }
      }
      throw new AssertionError("four resumes failed; so far " + bad);
    }

    /** {@code null} when it is refused in words. */
    private CodexSession tryResume() {
      resumes.incrementAndGet();
      try {
        CodexSession resumed = pool.openSession(options().resume(session.threadId()).build());
        resumed.resumed().ifPresent(this::check);
        return resumed;
      } catch (ThreadInUseException | ConnectionLostException e) {
        refusals.incrementAndGet();
      } catch (TalariaException e) {
        bad.add("a resume: " + e);
      }
      return null;
    }
  }
}
