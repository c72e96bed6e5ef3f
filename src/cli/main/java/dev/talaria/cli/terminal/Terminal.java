package dev.talaria.cli.terminal;

import java.io.Console;

/** What the process' terminal is. */
public final class Terminal {

  private Terminal() {}

  /** Whether a person can be asked: both input and output are a terminal. */
  public static boolean interactive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal, and a method that says so.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** How many columns to use. */
  public static int width() {
    try {
      int columns = Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "80"));
      return Math.max(40, Math.min(columns, 160));
    } catch (NumberFormatException e) {
      return 80;
    }
  }

  /** Whether colours are wanted. */
  public static boolean colours() {
    return interactive() && System.getenv("NO_COLOR") == null;
  }
}
