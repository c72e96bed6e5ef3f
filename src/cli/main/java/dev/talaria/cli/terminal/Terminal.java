package dev.talaria.cli.terminal;

import dev.talaria.base.VisibleText;
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

  /**
   * Whether the person agrees; only {@code y} is a yes. Where it is {@link #interactive}.
   *
   * @param question what would steer the terminal in it is spelled out
   */
  public static boolean agrees(String question) {
    String answer = System.console().readLine("%s [y/N] ", VisibleText.onOneLine(question));
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }

  /**
   * What the person types without its being shown; empty at its end. Where it is {@link
   * #interactive}.
   */
  public static String secret(String prompt) {
    char[] typed = System.console().readPassword("%s", prompt);
    return typed == null ? "" : new String(typed);
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
