package dev.talaria.cli.protocol;

import dev.talaria.base.ScratchFiles;
import dev.talaria.base.TalariaCache;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.CodexCommand;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.SurveyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code talaria protocol survey}: what each release of Codex does, measured one after the other.
 *
 * <p>For one run. A release is installed into a folder of its own and removed afterwards. The table
 * is written after each, so that a run that was cut off continues where it was.
 */
@Command(
    name = "survey",
    description = {
      "Installs releases of Codex one at a time, measures what Talaria has to know about them, and"
          + " writes it into a table. A release takes half a minute and 100 MB from npm.",
      "Without VERSION, measures every release on npm that is missing in the table."
    },
    footer = {"", "Exit codes: 0 all were measured, 1 some could not be installed, 2 misuse."})
final class ProtocolSurveyCommand extends ConsoleCommand {

  private static final List<String> FEATURES =
      List.of(
          "apps plugins multi_agent multi_agent_v2 hooks codex_hooks memories goals tool_suggest"
              .concat(" image_generation sleep_tool shell_tool shell_snapshot view_image code_mode")
              .split(" "));

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..*",
      description = "Measures these releases, even if the table has them.")
  private List<String> versions = List.of();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      defaultValue = "fixtures/codex/survey.tsv",
      description = "The table. Default: ${DEFAULT-VALUE}.")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SurveyTable table = SurveyTable.read(file);
    List<String> open = new ArrayList<>(versions);
    if (open.isEmpty()) {
      open.addAll(PinnedCodex.published());
      open.removeAll(table.versions());
    }
    boolean all = true;
    for (String version : open) {
      if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
        throw misuse("'" + version + "' is not a release such as 0.169.0");
      }
      Map<String, String> facts = measure(version);
      table = table.with(version, facts);
      table.write(file);
      all &= facts.get(SurveyTable.MEASURED).equals("yes");
      say("Codex " + version + ": " + facts.get(SurveyTable.MEASURED));
    }
    return all ? FINE : FAILED;
  }

  /** Installs a release, measures it and removes it. */
  private static Map<String, String> measure(String version)
      throws IOException, InterruptedException {
    Path cache = Files.createDirectories(TalariaCache.directory());
    Path scratch = Files.createTempDirectory(cache, "survey-").toRealPath();
    ScratchFiles.deleteAtExit(scratch);
    try {
      return measure(
          PinnedCodex.installAny(scratch, version, line -> {}, codex -> {}).executable(), scratch);
    } catch (IOException e) {
      return Map.of(SurveyTable.MEASURED, e.getMessage());
    } finally {
      ScratchFiles.delete(scratch);
    }
  }

  /** Measures an executable, in a folder that is not a temporary one. */
  static Map<String, String> measure(Path executable, Path scratch)
      throws IOException, InterruptedException {
    SurveyFacts facts = new SurveyFacts();
    CodexExecutable codex =
        CodexExecutable.locate(CodexOptions.builder().executable(executable).build());
    Path schema = Files.createDirectory(scratch.resolve("schema"));
    SchemaExport.write(codex, schema, LIMIT);
    SurveySchema.add(ProtocolSchema.read(codex.version().toString(), schema), facts);
    features(codex, schema, facts);
    new SurveyProbes(executable, scratch, facts).run();
    new SurveyChecks(executable, scratch, facts).run();
    facts.add(SurveyTable.MEASURED, true);
    return facts.found();
  }

  /** The state of the features that Talaria switches, with whether they are on by default. */
  private static void features(CodexExecutable codex, Path home, SurveyFacts facts) {
    CodexOptions options =
        CodexOptions.builder().codexHome(home).environment("HOME", home.toString()).build();
    String list = CodexCommand.run(codex, options, List.of("features", "list"), LIMIT).stdout();
    facts.add("VIEW_IMAGE_SWITCH", list.contains("\nview_image "));
    for (String feature : FEATURES) {
      Matcher line =
          Pattern.compile("(?m)^" + feature + " +(\\S.*\\S) +(true|false)$").matcher(list);
      facts.add(
          "feature " + feature,
          line.find() ? line.group(1) + (line.group(2).equals("true") ? ", on" : ", off") : "–");
    }
  }
}
