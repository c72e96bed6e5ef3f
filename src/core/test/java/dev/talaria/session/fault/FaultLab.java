package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ConnectionState;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One real Codex of one cell of the table, and what can be done to it. Linux. */
final class FaultLab implements AutoCloseable {

  /** A prompt to which the model always has an answer. */
  static final String AGAIN = "once more please";

  /** One in so many of the random faults is made; all of them with 1. */
  static final int ONE_IN = Integer.getInteger("talaria.fault.oneIn", 1);

  /** For a Codex that is stopped; a busy one may need longer for an answer. */
  private static final Duration SHORT_LIMIT = Duration.ofSeconds(3);

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
  private static final Path PROC = Path.of("/proc");

  final ScriptedModel model;
  final ScratchCodexHome home;
  final Path workspace;

  final RecordingListener heard = new RecordingListener();

  /** What the turn is started with. */
  TurnListener listener = heard;

  private final CompletableFuture<Turn> ofOther = new CompletableFuture<>();
  final Codex codex;
  final String marker;
  private final ProcessHandle child;

  FaultLab(ModelScript script) throws IOException {
    this(script, "", config -> config);
  }

  FaultLab(ModelScript script, String marker, UnaryOperator<ScratchCodexHome.Builder> config)
      throws IOException {
    this(script, marker, config, CodexLab.executable());
  }

  FaultLab(
      ModelScript script,
      String marker,
      UnaryOperator<ScratchCodexHome.Builder> config,
      Path executable)
      throws IOException {
    this(script, marker, config, executable, REQUEST_LIMIT);
  }

  /** With a Codex that is to be stopped, so that requests to it end by their limit. */
  static FaultLab toBeStopped(ModelScript script, String marker) throws IOException {
    return new FaultLab(script, marker, config -> config, CodexLab.executable(), SHORT_LIMIT);
  }

  private FaultLab(
      ModelScript script,
      String marker,
      UnaryOperator<ScratchCodexHome.Builder> config,
      Path executable,
      Duration requestLimit)
      throws IOException {
    this.marker = marker;
    workspace = Files.createTempDirectory("talaria-fault-").toRealPath();
    model = ScriptedModel.start(script);
    home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
    codex =
        Codex.launch(
            launchOptions(executable, home).toBuilder().requestTimeout(requestLimit).build());
    child = currentChild();
  }

  static CodexOptions launchOptions(Path executable, ScratchCodexHome home) {
    return CodexOptions.builder()
        .executable(executable)
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        .requestTimeout(REQUEST_LIMIT)
        .closeTimeout(Duration.ofSeconds(1))
        .build();
  }

  /** Options for the phase: commands run unasked, or a question stays open for ever. */
  SessionOptions.Builder options(FaultPhase phase) {
    boolean asks = phase == FaultPhase.APPROVAL || phase == FaultPhase.GOAL_APPROVAL;
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(asks ? SandboxMode.READ_ONLY : SandboxMode.DANGER_FULL_ACCESS)
        .approvalPolicy(asks ? AskForApproval.Name.ON_REQUEST : AskForApproval.Name.NEVER)
        .approvals(request -> new CompletableFuture<>())
        .goals(phase.isOfGoal())
        .listener(firstTurn())
        .turnTimeout(Duration.ofSeconds(40));
  }

  /** Only the first turn is looked at: a goal that is left goes on with the next. */
  private SessionListener firstTurn() {
    return new SessionListener() {
      @Override
      public TurnListener onTurn(Turn turn) {
        return ofOther.complete(turn) ? listener : TurnListener.NONE;
      }
    };
  }

  /** Starts the turn that the phase is of. */
  Turn start(CodexSession session, FaultPhase phase) throws Exception {
    if (!phase.isOfGoal()) {
      return session.startTurn(TurnInput.of("go"), listener);
    }
    session.runTurn("go");
    return ofOther.get(60, TimeUnit.SECONDS);
  }

  /** Waits until the turn is where the phase has it. */
  void reach(FaultPhase phase) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                switch (phase) {
                  case THINKING -> heard.events.contains("-userMessage");
                  // Behind the two requests of the turn that sets the goal.
                  case GOAL_THINKING -> model.requests().size() == 3;
                  case STREAMING, GOAL_STREAMING -> heard.text.toString().endsWith("half");
                  case COMMAND, GOAL ->
                      heard.events.contains("+commandExecution")
                          && running().stream().filter(this::isMarked).count() == 3;
                  case APPROVAL, GOAL_APPROVAL -> heard.events.contains("asked");
                  default -> true;
                });
  }

  /** Has the command end that the turn waits for: the last of the three. */
  void endCommand() {
    running().stream()
        .filter(one -> one.info().commandLine().orElse("").endsWith("sleep " + marker + "3"))
        .forEach(ProcessHandle::destroy);
  }

  private boolean isMarked(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("sleep")
        && process.info().commandLine().orElse("").contains(marker);
  }

  ProcessHandle child() {
    return child;
  }

  /** Waits until a signalled child is stopped, or dead and missed by the Codex. */
  void noticeDeathOf(ProcessHandle signalled) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> isStopped(signalled) || !signalled.isAlive() && ConnectionState.isLost(codex));
  }

  private static boolean isStopped(ProcessHandle process) {
    try {
      String status = Files.readString(PROC.resolve(process.pid() + "/status"));
      return status.contains("State:\tT");
    } catch (IOException ended) {
      return false;
    }
  }

  /** The app-server that runs now, by its parent and its CODEX_HOME. */
  ProcessHandle currentChild() {
    return children(home).findFirst().orElseThrow();
  }

  boolean hasChild() {
    return children(home).findAny().isPresent();
  }

  static Stream<ProcessHandle> children(ScratchCodexHome home) {
    return ProcessHandle.current()
        .children()
        .filter(process -> process.info().commandLine().orElse("").contains("app-server"))
        .filter(process -> uses(home, process));
  }

  /** Runs the same on some threads at once, each with random numbers of its own. */
  static void atOnce(int lanes, long seed, Lane lane) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      Random random = new Random(seed + i);
      running.add(
          threads.submit(
              () -> {
                lane.run(random);
                return null;
              }));
    }
    threads.shutdown();
    for (Future<?> one : running) {
      one.get();
    }
  }

  /** What one thread does. */
  interface Lane {
    void run(Random random) throws Exception;
  }

  void signal(String name) {
    signal(child, name);
  }

  static void signal(ProcessHandle process, String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
      if (!kill.waitFor(60, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill -" + name + " did not work");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All processes that have this cell's CODEX_HOME in their environment, zombies aside. */
  List<ProcessHandle> running() {
    return running(home);
  }

  static List<ProcessHandle> running(ScratchCodexHome home) {
    return ProcessHandle.allProcesses().filter(process -> uses(home, process)).toList();
  }

  private static boolean uses(ScratchCodexHome home, ProcessHandle process) {
    Path folder = PROC.resolve(Long.toString(process.pid()));
    try {
      String environment = Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1);
      return ("\0" + environment).contains("\0CODEX_HOME=" + home.path() + "\0");
    } catch (IOException ended) {
      return false;
    }
  }

  /** After the close: what still runs, and the first child if it was not collected. */
  List<String> left() {
    List<String> left = new ArrayList<>(running().stream().map(FaultLab::description).toList());
    if (ProcessHandle.of(child.pid()).filter(child::equals).isPresent()) {
      left.add("the first child: " + description(child));
    }
    return left;
  }

  /** Its command, its parent and when it was started. */
  private static String description(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    String parent =
        process.parent().map(one -> one.info().commandLine().orElse("" + one.pid())).orElse("");
    return info.commandLine().orElse("process " + process.pid())
        + ", alive "
        + process.isAlive()
        + ", since "
        + info.startInstant().orElse(null)
        + ", parent "
        + parent;
  }

  /** Ends all of it; {@link #left} is to be 0 then. */
  @Override
  public void close() {
    codex.close();
    model.close();
  }

  /** Removes the cell's folders; after {@link #left} was asked. */
  void clean() throws IOException {
    home.close();
    try (var files = Files.walk(workspace)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
