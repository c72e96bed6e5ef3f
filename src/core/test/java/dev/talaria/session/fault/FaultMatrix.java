package dev.talaria.session.fault;

import dev.talaria.session.CodexSession;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the cells of the table, some at once, and compares them with the rules.
 *
 * <p>The cells have limits of some seconds, which a busy machine may stretch: what is not as the
 * rules say is run once more when no other cell runs, and must be right then.
 */
final class FaultMatrix {

  /** Most cells wait, so there are more of them than processors. */
  private static final int AT_ONCE = 4;

  private final List<FaultRow> rules;
  private final Map<String, FaultCell> cells = new LinkedHashMap<>();
  private final AtomicInteger nextMarker = new AtomicInteger(1000);

  /** What is not as the rules say; empty when all is well. */
  final List<String> differences = new ArrayList<>();

  /** The table in Markdown. */
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

  void run() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    Map<FaultRow, Future<String>> running = new LinkedHashMap<>();
    for (FaultRow rule : rules) {
      if (cells.containsKey(rule.name())) {
        running.put(rule, workers.submit(() -> difference(rule)));
      }
    }
    workers.shutdown();
    Map<FaultRow, String> again = new LinkedHashMap<>();
    for (Map.Entry<FaultRow, Future<String>> cell : running.entrySet()) {
      String difference = cell.getValue().get();
      if (!difference.isEmpty()) {
        again.put(cell.getKey(), difference);
      }
    }
    for (Map.Entry<FaultRow, String> cell : again.entrySet()) {
      System.out.println("run once more: " + cell.getValue());
      String difference = difference(cell.getKey());
      if (!difference.isEmpty()) {
        differences.add(cell.getValue() + "\nonce more: " + difference);
      }
    }
    rules.forEach(rule -> table.append(rule.markdown(0)).append('\n'));
  }

  /** Runs the rule's cell: how it differs from the rule, empty where it does not. */
  private String difference(FaultRow rule) {
    FaultCell.Outcome outcome;
    try {
      outcome = cells.get(rule.name()).run("771" + nextMarker.getAndIncrement());
    } catch (Exception | AssertionError e) {
      return rule.name() + " threw " + e;
    }
    FaultRow row = FaultRow.observed(rule, outcome);
    if (row.equals(rule) && outcome.processesLeft() == 0) {
      return "";
    }
    return "rule %s%n got %s%n     %s after %s"
        .formatted(
            rule.markdown(0),
            row.markdown(outcome.processesLeft()),
            outcome.reason(),
            outcome.time());
  }

  /** The rest of a cell: the time, the next turn if the session is open, and what is left. */
  static FaultCell.Outcome finish(FaultLab lab, CodexSession session, TurnResult result, long start)
      throws IOException {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    boolean closed = result.error() != null && result.error().kind() == TurnError.Kind.CLOSED;
    String next = closed ? "-" : next(session);
    lab.close();
    int left = lab.left().size();
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
