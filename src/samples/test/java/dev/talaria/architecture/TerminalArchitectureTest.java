package dev.talaria.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import org.jline.terminal.Terminal;
import picocli.CommandLine;

/**
 * The command line reaches a person's screen by one writer, and the chat and prompt by one more.
 */
@AnalyzeClasses(
    packages = "dev.talaria.cli",
    importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestJars.class})
class TerminalArchitectureTest {

  /**
   * All classes but these and what is in them.
   *
   * @param names patterns of names below the package of the command line
   */
  private static GivenClassesConjunction allBut(String... names) {
    return noClasses()
        .that()
        .haveNameNotMatching("dev\\.talaria\\.cli\\.(" + String.join("|", names) + ")(\\$.*)?");
  }

  /**
   * Talaria puts the writer there, and a chat through a pipe is a terminal of JLine's; the others
   * write a protocol or a recording to standard output.
   */
  @ArchTest
  static final ArchRule standard_output_and_error_are_touched_in_one_place =
      allBut(
              "Talaria",
              "terminal\\.Console",
              "durable\\.DemoWorker",
              "host\\.ToolsMcpCommand",
              "bench\\.BenchProjectCommand")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(FileDescriptor.class);

  @ArchTest
  static final ArchRule a_command_line_is_made_with_the_writer_that_makes_visible =
      allBut("terminal\\.VisibleWriter").should().callConstructor(CommandLine.class, Object.class);

  /** The prompt holds back what it prints to that writer; Talaria prints into a text. */
  @ArchTest
  static final ArchRule nobody_makes_a_writer_of_his_own =
      allBut("terminal\\.VisibleWriter", "Talaria", "prompt\\.ApprovalPrompt")
          .should()
          .callConstructor(PrintWriter.class, Writer.class)
          .orShould()
          .callConstructor(PrintWriter.class, Writer.class, boolean.class)
          .orShould()
          .callConstructor(PrintWriter.class, OutputStream.class)
          .orShould()
          .callConstructor(PrintWriter.class, OutputStream.class, boolean.class)
          .orShould()
          .callConstructor(PrintStream.class, OutputStream.class);

  @ArchTest
  static final ArchRule escape_sequences_of_our_own_are_printed_by_name =
      allBut(
              "terminal\\.VisibleWriter",
              "process\\.ConsoleCommand",
              "llm\\.WaitLine",
              "transcript\\.ProjectCommand",
              "threads\\.ThreadsShowCommand",
              "DemoCommand")
          .should()
          .callMethodWhere(target(name("raw")).and(target(owner(simpleName("VisibleWriter")))));

  @ArchTest
  static final ArchRule a_terminal_is_drawn_on_in_one_place =
      allBut("terminal\\.(Console|Keyboard)").should().callMethod(Terminal.class, "writer");

  /** Whether there is a terminal, and one question with a text of our own. */
  @ArchTest
  static final ArchRule the_console_is_used_by_name =
      allBut("terminal\\.Terminal", "llm\\.LlmSetupCommand")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Console.class);

  @ArchTest
  static final ArchRule no_stack_is_printed_past_the_writer =
      noClasses().should().callMethod(Throwable.class, "printStackTrace");
}
