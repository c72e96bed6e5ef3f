package dev.talaria.host;

import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnState;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A session in memory: a test says what each turn comes to. */
final class FakeSession implements CodexSession {

  static final String THREAD = "thread-stub-1";
  static final String TURN = "turn-stub-1";

  final List<TurnInput> inputs = new CopyOnWriteArrayList<>();
  final List<FakeTurn> turns = new CopyOnWriteArrayList<>();
  volatile int closed;
  private final BiFunction<TurnInput, TurnListener, CompletableFuture<TurnResult>> answer;

  FakeSession(BiFunction<TurnInput, TurnListener, CompletableFuture<TurnResult>> answer) {
    this.answer = answer;
  }

  /** Answers each turn with an echo behind one tool call. */
  static FakeSession echoing() {
    return new FakeSession((input, heard) -> done(echo(UserEcho.text(input))));
  }

  /** Ends each turn in the same way. */
  static FakeSession ending(TurnResult result) {
    return new FakeSession((input, heard) -> done(result));
  }

  /** Turns that end when they are interrupted, and not before. */
  static FakeSession hanging() {
    return new FakeSession((input, heard) -> new CompletableFuture<>());
  }

  static CompletableFuture<TurnResult> done(TurnResult result) {
    return CompletableFuture.completedFuture(result);
  }

  static TurnResult echo(String text) {
    return echo(text, 1);
  }

  static TurnResult echo(String text, int toolIterations) {
    List<Message> rows = new ArrayList<>();
    rows.add(new Message.Assistant("", List.of(new ToolCall("exec_1", "exec_command", "{}")), ""));
    rows.add(new Message.Tool("exec_1", "ok"));
    rows.add(new Message.Assistant("echo: " + text, List.of(), ""));
    return result(TurnStatus.COMPLETED, "echo: " + text, rows, toolIterations, null, false);
  }

  static TurnResult failed(TurnStatus status, String error, boolean retire) {
    TurnError reason = error == null ? null : new TurnError(TurnError.Kind.OTHER, error);
    return result(status, "", List.of(), 0, reason, retire);
  }

  /** What a turn comes to that no Codex got, because the connection is lost. */
  static TurnResult neverStarted(String error) {
    TurnError lost = new TurnError(TurnError.Kind.CONNECTION_LOST, error);
    return result("", TurnStatus.FAILED, "", List.of(), 0, lost, true);
  }

  static TurnResult result(
      TurnStatus status,
      String text,
      List<Message> rows,
      int toolIterations,
      TurnError error,
      boolean retire) {
    return result(TURN, status, text, rows, toolIterations, error, retire);
  }

  private static TurnResult result(
      String turnId,
      TurnStatus status,
      String text,
      List<Message> rows,
      int toolIterations,
      TurnError error,
      boolean retire) {
    return new TurnResult(
        THREAD,
        turnId,
        status,
        text,
        rows,
        toolIterations,
        error,
        null,
        "",
        List.of(),
        false,
        List.of(),
        retire,
        Duration.ofMillis(5));
  }

  @Override
  public String threadId() {
    return THREAD;
  }

  @Override
  public String model() {
    return "gpt-stub";
  }

  @Override
  public TurnResult runTurn(TurnInput input, TurnListener listener) {
    return startTurn(input, listener).result().join();
  }

  @Override
  public Optional<Turn> findTurn(String key) {
    return Optional.empty();
  }

  @Override
  public Turn startTurn(TurnInput input, TurnListener listener) {
    inputs.add(input);
    FakeTurn turn = new FakeTurn(answer.apply(input, listener));
    turns.add(turn);
    return turn;
  }

  @Override
  public Turn compact(TurnListener listener) {
    return startTurn(TurnInput.of("compact"), listener);
  }

  @Override
  public List<BackgroundCommand> awaitCommands(Duration limit) {
    return List.of();
  }

  @Override
  public CompletableFuture<Void> endCommands() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void name(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized void close() {
    closed++;
    turns.forEach(
        turn ->
            turn.result.complete(
                failed(TurnStatus.INTERRUPTED, "the session was closed while the turn ran", true)));
  }

  /** A turn that an interrupt ends. */
  record FakeTurn(CompletableFuture<TurnResult> result, List<TurnInput> steers) implements Turn {

    FakeTurn(CompletableFuture<TurnResult> result) {
      this(result, new CopyOnWriteArrayList<>());
    }

    @Override
    public TurnState state() {
      return result.isDone() ? TurnState.COMPLETED : TurnState.RUNNING;
    }

    @Override
    public void interrupt() {
      result.complete(failed(TurnStatus.INTERRUPTED, null, false));
    }

    @Override
    public CompletableFuture<Boolean> steer(TurnInput input) {
      steers.add(input);
      return CompletableFuture.completedFuture(true);
    }
  }
}
