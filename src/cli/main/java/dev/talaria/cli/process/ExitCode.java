package dev.talaria.cli.process;

/** How a command ends. Part of what the command line promises; every help text names them. */
public final class ExitCode {

  /** All went well. */
  public static final int FINE = 0;

  /** The turn or the check failed. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int MISUSE = 2;

  /** There is no Codex, or it is too old. */
  public static final int NO_CODEX = 3;

  private ExitCode() {}
}
