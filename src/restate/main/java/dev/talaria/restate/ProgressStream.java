package dev.talaria.restate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.RunResult;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.Page;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of a run's progress. It attaches to the thread's Codex as one more client, which
 * answers nothing, and leaves everything when it ends. For one thread.
 *
 * <p>Ids: {@code TURN:0} says that a turn began, {@code TURN:N} is its Nth message, {@code
 * TURN:end} its end. They come from what Codex keeps, so they are the same on each worker.
 */
final class ProgressStream {

  /** How often the engine is asked whether the run has ended. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** How often a worker is asked whether it has another thread, in looks. */
  private static final int STATUS_LOOKS = 10;

  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int PAGE = 50;
  private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);

  private final String key;
  private final RestateRuns runs;
  private final CodexEndpoints endpoints;
  private final OutputStream out;

  /** The last event that the client has; empty when it has, or gets next, all. */
  private String behind;

  /** The last event that this stream told. */
  private String latest;

  private int looks;
  private long lastWritten = System.nanoTime();

  ProgressStream(
      String key,
      RestateRuns runs,
      CodexEndpoints endpoints,
      OutputStream out,
      String lastEventId) {
    this.key = key;
    this.runs = runs;
    this.endpoints = endpoints;
    this.out = out;
    this.behind = lastEventId;
    this.latest = lastEventId;
  }

  /** Streams until the run has ended, the client is gone or the worker is closed. */
  void run() throws IOException {
    try {
      comment("the run " + key.replaceAll("\\p{Cntrl}", " "));
      String done = "";
      while (true) {
        Optional<RestateRun> run = look(() -> runs.status(key));
        Optional<RunResult> result = look(() -> runs.result(key));
        String thread = run.map(RestateRun::threadId).orElse("");
        if (!thread.isEmpty() && !thread.equals(done)) {
          done = observed(run.get(), result.isPresent()) || result.isPresent() ? thread : done;
        } else if (result.isPresent()) {
          write("", "end", json(result.get()));
          return;
        }
        keepAlive();
        rest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The engine may be away for a while. */
  private <T> Optional<T> look(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (TalariaException e) {
      LOG.debug("the progress of {} waits: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether all of the run's thread was told; not if its Codex cannot be reached, or ended. */
  private boolean observed(RestateRun run, boolean over) throws IOException, InterruptedException {
    try {
      return observe(run, over);
    } catch (TalariaException e) {
      LOG.info("the progress of {} waits for its Codex: {}", key, e.getMessage());
      return false;
    } finally {
      behind = latest;
    }
  }

  private boolean observe(RestateRun run, boolean isOver) throws IOException, InterruptedException {
    ObservedTurns turns = new ObservedTurns();
    SessionOptions options =
        SessionOptions.builder()
            .cwd(Path.of(run.place().workspace()))
            .resume(run.threadId())
            .approvals(turns)
            .listener(turns)
            .approvalTimeout(Duration.ofDays(365))
            .build();
    try (Codex codex = endpoints.connect(run.place());
        CodexSession session = codex.openSession(options)) {
      kept(codex, session.threadId(), turns);
      boolean over = isOver;
      long looked = System.nanoTime();
      while (true) {
        Optional<ObservedTurns.Event> event = turns.next(over ? Duration.ZERO : LOOK);
        if (event.isPresent()) {
          tell(event.get());
        } else if (over) {
          return true;
        } else if (turns.isLost() || codex.closed().isPresent()) {
          return false;
        }
        if (event.isEmpty() || System.nanoTime() - looked > LOOK.toNanos()) {
          looked = System.nanoTime();
          over = isOverFor(run.threadId());
          keepAlive();
        }
      }
    }
  }

  /** Whether the run has ended, or continues in another thread. */
  private boolean isOverFor(String threadId) {
    return look(() -> runs.result(key)).isPresent()
        || ++looks % STATUS_LOOKS == 0
            && look(() -> runs.status(key))
                .filter(now -> !now.threadId().isEmpty() && !now.threadId().equals(threadId))
                .isPresent();
  }

  /** The turns that had ended when this one came; those that it receives live are left out. */
  private void kept(Codex codex, String threadId, ObservedTurns live) throws IOException {
    List<ThreadTurn> turns = all(codex, threadId);
    if (turns.stream().noneMatch(turn -> isOf(turn.id()))) {
      // Its turn is not there any more, or was of another thread: all of this one is new.
      behind = "";
    }
    for (ThreadTurn turn : turns) {
      if (turn.status().equals("inProgress") || live.has(turn.id())) {
        return;
      }
      boolean isLatest = isOf(turn.id());
      if (behind.isEmpty() || isLatest) {
        for (ObservedTurns.Event event : ObservedTurns.ofKept(threadId, turn)) {
          tell(event);
        }
      }
      if (isLatest) {
        behind = "";
      }
    }
  }

  private static List<ThreadTurn> all(Codex codex, String threadId) {
    List<ThreadTurn> turns = new ArrayList<>();
    String cursor = null;
    do {
      Page<ThreadTurn> page = codex.threads().turns(threadId, PAGE, cursor);
      turns.addAll(page.entries());
      cursor = page.nextCursor().orElse(null);
    } while (cursor != null);
    Collections.reverse(turns);
    return turns;
  }

  private boolean isOf(String turnId) {
    return behind.startsWith(turnId + ":");
  }

  private void tell(ObservedTurns.Event event) throws IOException {
    if (!behind.isEmpty() && !event.id().isEmpty()) {
      if (event.id().equals(behind)) {
        behind = "";
        return;
      }
      if (isOf(event.turnId())) {
        return;
      }
      // A later turn: the client had all of the earlier one.
      behind = "";
    }
    write(event.id(), event.name(), event.data());
    latest = event.id().isEmpty() ? latest : event.id();
  }

  private void keepAlive() throws IOException {
    if (System.nanoTime() - lastWritten > SILENCE.toNanos()) {
      comment("");
    }
  }

  private void comment(String text) throws IOException {
    send(":" + text + "\n\n");
  }

  private void write(String id, String name, String data) throws IOException {
    send((id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    lastWritten = System.nanoTime();
  }

  private static void rest() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis() / 4);
  }

  /** A row of the transcript as one line. */
  static String json(Message message) {
    ObjectNode row = message.toJson(JsonNodeFactory.instance);
    return row.toString();
  }

  static String json(Object value) {
    try {
      return RunJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new TalariaException("not writable as JSON: " + value.getClass(), e);
    }
  }
}
