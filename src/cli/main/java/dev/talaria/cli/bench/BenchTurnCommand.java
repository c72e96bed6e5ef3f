package dev.talaria.cli.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.turn.TurnComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria bench turn}: what a turn costs, and how fast its events reach the host. */
@Command(
    name = "turn",
    description = {
      "Runs turns on the real Codex with a scripted model: with Talaria, with a bare driver that"
          + " writes the same requests and only reads lines, and with one codex exec each.",
      "Then, with --stream, deltas through a pipe: at a rate, and as a flood on a listener that"
          + " takes 1 ms for each call.",
      "Or, with --approvals, questions through a pipe: how soon they are answered."
    })
final class BenchTurnCommand extends Benchmark.OnCodex {

  /** Sessions whose hosts think at a time. */
  private static final int WAITING = 200;

  @Option(
      names = "--turns",
      paramLabel = "N",
      defaultValue = "300",
      description = "Turns with each driver (${DEFAULT-VALUE}).")
  private int turns;

  @Option(
      names = "--execs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Turns with codex exec (${DEFAULT-VALUE}).")
  private int execs;

  @Option(names = "--stream", description = "Measures only deltas, in memory.")
  private boolean stream;

  @Option(
      names = "--approvals",
      arity = "0..1",
      paramLabel = "N",
      fallbackValue = "5000",
      defaultValue = "0",
      description = "Measures only N approvals (${FALLBACK-VALUE}), in memory.")
  private int approvals;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Deltas a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "For how long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--flood",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Deltas of the flood (${DEFAULT-VALUE}).")
  private int flood;

  @Override
  BenchTable measure() throws Exception {
    TurnComparison.Size size = new TurnComparison.Size(turns, execs, rate, seconds * rate, flood);
    if (stream) {
      return TurnComparison.stream(size);
    }
    return approvals > 0
        ? TurnComparison.approvals(approvals, WAITING)
        : TurnComparison.turns(codex(), size);
  }
}
