package dev.talaria.cli.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * What {@code migrate} and {@code unmigrate} share: whose section of which file, and how the
 * outcome is printed. For one run.
 */
final class ManagedSection {

  /** Not {@code WireJson}, which leaves out what is {@code null}: here every field is there. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
          .build();

  @Option(
      names = "--codex-home",
      paramLabel = "DIR",
      description = "The folder of config.toml. Default: $$CODEX_HOME, or else ~/.codex.")
  private Path codexHome;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "The name of the host that owns the section. Default: ${DEFAULT-VALUE}.",
      defaultValue = "talaria")
  private String hostName;

  @Option(
      names = "--adopt",
      description =
          "Treats a section with this host name that another program wrote as one of Talaria's.")
  private boolean adopt;

  @Option(names = "--dry-run", description = "Only says what would happen; writes nothing.")
  private boolean dryRun;

  @ArgGroup private Form form;

  /** What stands on standard output instead of the summary. */
  private static final class Form {

    @Option(
        names = "--diff",
        description = "Prints a unified diff of config.toml, with secrets masked.")
    private boolean diff;

    @Option(names = "--json", description = "Prints one JSON document on standard output.")
    private boolean json;
  }

  Path codexHome() {
    return CodexPlace.home(codexHome, System.getenv());
  }

  String hostName() {
    return hostName;
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean json() {
    return form != null && form.json;
  }

  private boolean diff() {
    return form != null && form.diff;
  }

  MigrationOptions.Builder options() {
    return MigrationOptions.builder(codexHome()).hostName(hostName).adopt(adopt).dryRun(dryRun);
  }

  /** What cannot be made of what was given, such as a host name that can be none, is misuse. */
  static <T> T made(Supplier<T> given) {
    try {
      return given.get();
    } catch (MigrationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Prints the outcome in the form that was asked for. */
  void print(CommandLine line, MigrationReport report, List<String> summary)
      throws JsonProcessingException {
    PrintWriter out = line.getOut();
    PrintWriter err = line.getErr();
    if (json()) {
      out.println(JSON.writeValueAsString(report));
    } else if (diff()) {
      ConfigDiff.of(report.target(), report.before(), report.after()).forEach(out::println);
    }
    out.flush();
    if (!json()) {
      // A diff stays one that a program can read.
      PrintWriter people = diff() ? err : out;
      summary.forEach(people::println);
      people.flush();
      report.warnings().forEach(text -> err.println("warning: " + VisibleText.onOneLine(text)));
      report.errors().forEach(text -> err.println("error: " + VisibleText.onOneLine(text)));
      err.flush();
    }
  }

  /** What a command does, or why nothing was done. */
  int run(CommandLine line, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (CodexNotFoundException | CodexVersionException e) {
      String way = "; --no-codex migrates without Codex";
      return refuse(line, ConsoleCommand.NO_CODEX, e.getMessage() + way);
    } catch (IllegalArgumentException e) {
      return refuse(line, ConsoleCommand.MISUSE, e.getMessage());
    } catch (TalariaException e) {
      return refuse(line, ConsoleCommand.FAILED, e.getMessage());
    }
  }

  /** Says why nothing was done, on stderr and, where JSON was asked for, there as well. */
  private int refuse(CommandLine line, int exit, String message) throws JsonProcessingException {
    String shown = VisibleText.of(Redaction.redact(String.valueOf(message)));
    if (json()) {
      line.getOut().println(JSON.writeValueAsString(Map.of("error", shown)));
      line.getOut().flush();
    }
    line.getErr().println("talaria: " + shown);
    line.getErr().flush();
    return exit;
  }
}
