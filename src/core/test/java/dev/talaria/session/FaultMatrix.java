package dev.talaria.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the cells of the table, some at once, and compares them with the rules. */
final class FaultMatrix {

  /** Most cells wait, so there are more of them than processors. */
  private static final int AT_ONCE = 4;

  private final List<FaultRow> rules;
  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  /** What is not as the rules say; empty when all is well. */
  final List<String> differences = new ArrayList<>();

  /** The table in Markdown, of what was observed. */
  final StringBuilder table = new StringBuilder(FaultRow.HEADER);

  FaultMatrix(List<FaultRow> rules, List<FaultCell.Part> parts) {
    this.rules = rules;
    parts.forEach(part -> cells.putAll(part.cells()));
    rules.stream()
        .filter(rule -> !cells.containsKey(rule.name()))
        .forEach(rule -> differences.add("a rule without a cell: " + rule.name()));
    cells.keySet().stream()
        .filter(name -> rules.stream().noneMatch(rule -> rule.name().equals(name)))
        .forEach(name -> differences.add("a cell without a rule: " + name));
  }

  void run() throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    Map<FaultRow, Future<FaultCell.Outcome>> running = new LinkedHashMap<>();
    int number = 0;
    for (FaultRow rule : rules) {
      String marker = "771" + (1000 + number++);
      FaultCell cell = cells.get(rule.name());
      if (cell != null) {
        running.put(rule, workers.submit(() -> cell.run(marker)));
      }
    }
    workers.shutdown();
    for (Map.Entry<FaultRow, Future<FaultCell.Outcome>> cell : running.entrySet()) {
      collect(cell.getKey(), cell.getValue());
    }
  }

  private void collect(FaultRow rule, Future<FaultCell.Outcome> cell) throws InterruptedException {
    try {
      FaultCell.Outcome outcome = cell.get();
      FaultRow row = FaultRow.observed(rule, outcome);
      table.append(row.markdown(outcome.processesLeft())).append('\n');
      if (!row.equals(rule) || outcome.processesLeft() != 0) {
        differences.add(
            "rule "
                + rule.markdown(0)
                + "\n got "
                + row.markdown(outcome.processesLeft())
                + "\n     "
                + outcome.reason()
                + " after "
                + outcome.time());
      }
    } catch (ExecutionException e) {
      differences.add(rule.name() + " threw " + e.getCause());
    }
  }

  /** The rest of a cell: the time, the next turn if the session is open, and what is left. */
  static FaultCell.Outcome finish(FaultLab lab, CodexSession session, TurnResult result, long start)
      throws IOException {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    boolean closed = result.error() != null && result.error().kind() == TurnError.Kind.CLOSED;
    String next = closed ? "-" : next(session);
    lab.close();
    long left = lab.left();
    lab.clean();
    return new FaultCell.Outcome(result, null, time, next, left);
  }

  /** What the next turn of the session does. */
  private static String next(CodexSession session) {
    AtomicReference<ResumeReport> report = new AtomicReference<>();
    TurnResult again =
        session.runTurn(
            TurnInput.of(FaultLab.AGAIN),
            new TurnListener() {
              @Override
              public void onResumed(ResumeReport resumed) {
                report.set(resumed);
              }
            });
    if (again.status() != TurnStatus.COMPLETED || report.get() == null) {
      return works(again);
    }
    return report.get().newThread() ? "new thread" : "resumes";
  }

  static String works(TurnResult next) {
    return next.status() == TurnStatus.COMPLETED ? "works" : "fails";
  }

  /** Rules by name, so that no two are the same. */
  static List<FaultRow> rules(String text) {
    Map<String, FaultRow> byName = new TreeMap<>();
    List<FaultRow> rows = text.lines().map(FaultRow::parse).toList();
    for (FaultRow row : rows) {
      if (byName.put(row.name(), row) != null) {
        throw new IllegalArgumentException("twice: " + row.name());
      }
    }
    return rows;
  }
}
