package dev.talaria.restate;

import static org.awaitility.Awaitility.await;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.AttachOptions;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.StepResult;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.server.CodexServer;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine, a Codex, a model and a worker that lasts, for trials one after the other: a run in
 * which something is killed. For one thread.
 */
final class FaultLane implements AutoCloseable {

  /** What is killed. */
  enum Part {
    WORKER,
    ENGINE,
    CODEX
  }

  /** When. */
  enum Phase {
    BEFORE_NAMED("before the turn is named"),
    STREAMING("streaming"),
    COMMAND("command running"),
    APPROVAL("approval open"),
    DECIDED("decided, not answered"),
    COMPLETED("completed, not recorded");

    final String title;

    Phase(String title) {
      this.title = title;
    }

    boolean asks() {
      return this == APPROVAL || this == DECIDED;
    }
  }

  /**
   * What a trial came to.
   *
   * @param fault what is wrong; empty for nothing
   * @param cutOff whether the run names a turn as cut off
   * @param asked how often a person was asked
   * @param seconds from the start of the run to its end
   */
  record Outcome(String fault, boolean cutOff, int asked, double seconds) {}

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String WRITE = "echo ran >> ran.txt; sleep 0.4";

  /** What a model does that was told to look before it repeats anything. */
  private static final String LOOK_AND_WRITE = "grep -q ran ran.txt || echo ran >> ran.txt";

  private final RestateServer engine = RestateServer.start();
  private final RestateLab lab;
  private final RestateWorker lasting;
  private final Path folder;
  private final String root;
  private final Random random;

  FaultLane(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.root = folder.toRealPath().toString();
    this.random = new Random(seed);
    lab = new RestateLab(engine, this::reply);
    lasting = lab.worker();
    lab.register();
  }

  private Reply reply(ModelRequest request) {
    String prompt = request.latestPrompt();
    boolean asks = request.json().contains(", asking>");
    if (request.hasOutputSincePrompt()) {
      Path wait = Path.of(workspaceOf(request) + ".gate", "model");
      await().atMost(LIMIT).until(() -> Files.notExists(wait));
      return Reply.text("all is done");
    }
    Map<String, Object> call = new HashMap<>();
    call.put("cmd", prompt.startsWith("<") ? WRITE : LOOK_AND_WRITE);
    call.put("login", false);
    if (asks) {
      call.put("sandbox_permissions", "require_escalated");
      call.put("justification", "May I?");
    }
    return Reply.of(
            OutputItem.text("one two three four five six"), OutputItem.call("exec_command", call))
        .between(Duration.ofMillis(25));
  }

  /** The latest prompt may be that of a turn that goes on; each names its workspace. */
  private String workspaceOf(ModelRequest request) {
    Matcher path = Pattern.compile("<(" + Pattern.quote(root) + "/[^,]+),").matcher(request.json());
    if (!path.find()) {
      throw new IllegalStateException("a request without a prompt: " + request.json());
    }
    return path.group(1);
  }

  /** One trial. */
  Outcome run(Set<Part> victims, Phase phase, String key) throws Exception {
    long start = System.nanoTime();
    Path workspace = Files.createDirectories(folder.resolve(key)).toRealPath();
    String prompt = "<%s, write the file%s>".formatted(workspace, phase.asks() ? ", asking" : "");
    StepGate gate = StepGate.of(workspace.toString()).create();
    boolean atGate = random.nextBoolean();
    if (phase == Phase.BEFORE_NAMED) {
      gate.hold(2);
    } else if (phase == Phase.DECIDED) {
      gate.hold(3);
    } else if (phase == Phase.COMPLETED) {
      Files.createFile(gate.folder().resolve("model"));
    }
    Optional<Process> child =
        victims.contains(Part.WORKER) ? Optional.of(newWorker()) : Optional.empty();
    int asked = 0;
    try {
      lab.runs.start(lab.run(key, workspace).prompt(prompt).build());
      asked += reach(phase, key, workspace, prompt, gate, atGate);
      kill(victims, child);
      for (int step = 2; step <= 3; step++) {
        gate.release(step);
      }
      lab.forwarder.hold(false);
      asked += goOn(key);
      return outcome(victims, key, workspace, prompt, asked, (System.nanoTime() - start) / 1e9);
    } finally {
      lab.forwarder.hold(false);
      child.ifPresent(lab::kill);
    }
  }

  /** A worker of its own that gets the run. */
  private Process newWorker() throws IOException {
    Process child = lab.child();
    lab.forwarder.workers.remove((Integer) lasting.port());
    lab.forwarder.workers.add(lasting.port());
    lab.forwarder.cut();
    return child;
  }

  /** Goes on until the moment has come, and gives how often a person was asked. */
  private int reach(
      Phase phase, String key, Path workspace, String prompt, StepGate gate, boolean atGate)
      throws Exception {
    switch (phase) {
      case BEFORE_NAMED -> {
        await().atMost(LIMIT).pollInterval(tick()).until(() -> gate.isReached(2));
        letGo(gate, 2, atGate, 400);
      }
      case STREAMING -> {
        await().atMost(LIMIT).pollInterval(tick()).until(() -> requests(prompt) > 0);
        pause(120);
      }
      case COMMAND ->
          await()
              .atMost(LIMIT)
              .pollInterval(tick())
              .until(() -> !RestateLab.effects(workspace).isEmpty());
      case APPROVAL -> lab.awaitApproval(key);
      case DECIDED -> {
        decide(key);
        await().atMost(LIMIT).pollInterval(tick()).until(() -> gate.isReached(3));
        letGo(gate, 3, atGate, 80);
        return 1;
      }
      case COMPLETED -> {
        await().atMost(LIMIT).pollInterval(tick()).until(() -> requests(prompt) > 1);
        String thread = lab.runs.status(key).orElseThrow().threadId();
        lab.forwarder.hold(true);
        Files.delete(gate.folder().resolve("model"));
        CodexServer server = CodexServer.find(lab.home.path()).orElseThrow();
        try (Codex codex = Codex.attach(URI.create(server.address()), AttachOptions.defaults())) {
          await()
              .atMost(LIMIT)
              .pollInterval(tick())
              .until(
                  () ->
                      codex
                          .threads()
                          .turnOutlines(thread, 1, null)
                          .entries()
                          .get(0)
                          .status()
                          .equals("completed"));
        }
      }
    }
    return 0;
  }

  /** Kills at the gate, or a moment behind it. */
  private void letGo(StepGate gate, int step, boolean atGate, int most) throws IOException {
    if (!atGate) {
      gate.release(step);
      pause(most);
    }
  }

  private void pause(int mostMillis) {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(mostMillis)).toNanos());
  }

  private static Duration tick() {
    return Duration.ofMillis(5);
  }

  private long requests(String prompt) {
    String quoted = prompt.substring(0, prompt.indexOf(',') + 1);
    return lab.model.requests().stream().filter(one -> one.json().contains(quoted)).count();
  }

  private void kill(Set<Part> victims, Optional<Process> child) throws Exception {
    if (victims.contains(Part.WORKER)) {
      child.orElseThrow().destroyForcibly();
    }
    if (victims.contains(Part.CODEX)) {
      CodexServer.find(lab.home.path())
          .flatMap(server -> ProcessHandle.of(server.pid()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
    if (victims.contains(Part.ENGINE)) {
      engine.kill();
      engine.restart();
    }
    if (victims.contains(Part.WORKER)) {
      lab.kill(child.orElseThrow());
    }
  }

  private Decision decide(String key) {
    PendingApproval approval = lab.awaitApproval(key);
    Decision decision = Decision.of(approval, ApprovalDecision.Kind.ALLOW, "ada", Instant.now());
    lab.runs.decide(key, decision);
    return decision;
  }

  /** Decides whatever is asked until the run ends, and gives how often that was. */
  private int goOn(String key) {
    Set<String> decided = new HashSet<>();
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              if (lab.runs.result(key).isPresent()) {
                return true;
              }
              Optional<PendingApproval> approval =
                  lab.runs.status(key).flatMap(RestateRun::approval);
              if (approval.isPresent() && decided.add(approval.get().itemId())) {
                lab.runs.decide(
                    key,
                    Decision.of(approval.get(), ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
              }
              return false;
            });
    return decided.size();
  }

  private Outcome outcome(
      Set<Part> victims, String key, Path workspace, String prompt, int asked, double seconds)
      throws IOException {
    RunResult result = lab.runs.result(key).orElseThrow();
    boolean cutOff = result.turns().stream().anyMatch(StepResult.Ended::cutOff);
    String effects = RestateLab.effects(workspace);
    long told = RestateLab.timesTold(lab.model.requests(), prompt);
    if (told == 0 && cutOff && requests("reached you:\\n\\n" + prompt) > 0) {
      // Codex listed the turn and had lost its prompt; the turn that goes on repeats it.
      told = 1;
    }
    StringBuilder fault = new StringBuilder();
    if (result.status() != RunStatus.COMPLETED) {
      fault.append(result.status()).append(' ').append(result.reason()).append("; ");
    }
    if (!effects.equals("ran\n")) {
      fault.append("on disk: '").append(effects.replace("\n", " ")).append("'; ");
    }
    if (told != 1 && Boolean.getBoolean("talaria.durable.dump")) {
      String quoted = workspace.getFileName().toString();
      lab.model.requests().stream()
          .filter(one -> one.json().contains(quoted))
          .forEach(one -> System.out.println("REQUEST " + one.body().path("input")));
      System.out.println("RESULT " + result);
    }
    if (told != 1) {
      fault.append("the prompt reached the model ").append(told).append(" times; ");
    }
    if (cutOff && !victims.contains(Part.CODEX)) {
      fault.append("cut off without a kill of Codex; ");
    }
    if (asked > 1 && !victims.contains(Part.CODEX)) {
      fault.append("asked ").append(asked).append(" times; ");
    }
    return new Outcome(fault.toString(), cutOff, asked, seconds);
  }

  @Override
  public void close() throws IOException {
    lab.close();
    engine.close();
  }
}
