package dev.talaria.cli.protocol;

import dev.talaria.base.ScratchFiles;
import dev.talaria.base.TalariaCache;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code talaria protocol check}: is Talaria ready for another release of Codex?
 *
 * <p>For one run. The release is installed into a folder of its own and removed afterwards.
 */
@Command(
    name = "check",
    description = {
      "Says in a few lines whether Talaria is ready for a release of Codex: the difference between its"
          + " schema and that of the release that Talaria is tested with, what recorded sessions sent,"
          + " and what the binary does with a scripted model.",
      "Takes a minute and 100 MB from npm."
    },
    footer = {"", "Exit codes: 0 ready, 1 not ready, 2 misuse."})
final class ProtocolCheckCommand extends ConsoleCommand {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SHOWN = 5;

  @Parameters(
      paramLabel = "VERSION",
      defaultValue = "latest",
      description = "A release such as 0.169.0, or latest: the newest that npm serves.")
  private String version;

  @Option(
      names = "--recordings",
      paramLabel = "FOLDER",
      defaultValue = "fixtures/recordings",
      description = "Where the recorded sessions are. Default: ${DEFAULT-VALUE}.")
  private Path recordings;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> published = PinnedCodex.published();
    String release = version.equals("latest") ? published.get(published.size() - 1) : version;
    if (!published.contains(release)) {
      throw misuse(
          "npm does not serve Codex %s; the newest that it serves is %s"
              .formatted(release, published.get(published.size() - 1)));
    }
    Path cache = Files.createDirectories(TalariaCache.directory());
    Path scratch = Files.createTempDirectory(cache, "check-").toRealPath();
    ScratchFiles.deleteAtExit(scratch);
    try {
      return check(release, scratch) ? FINE : FAILED;
    } finally {
      ScratchFiles.delete(scratch);
    }
  }

  private boolean check(String release, Path scratch) throws IOException, InterruptedException {
    String pinned = PinnedCodex.pinnedVersion();
    out().println("Codex " + release + ", beside " + pinned + " that Talaria is tested with");
    PinnedCodex known = PinnedCodex.install(PinnedCodex.defaultCache(), line -> {});
    PinnedCodex fresh = PinnedCodex.installAny(scratch, release, line -> {}, codex -> {});
    ProtocolSchema before = schema(known, scratch.resolve("old"));
    ProtocolSchema after = schema(fresh, scratch.resolve("new"));

    List<ProtocolDiff.Change> changes = ProtocolDiff.of(before, after).changes();
    List<String> affecting =
        changes.stream()
            .filter(ProtocolDiff.Change::affected)
            .map(change -> change.name() + ": " + change.what())
            .toList();
    line(
        "schema",
        affecting,
        affecting.size() + " of " + changes.size() + " changes affect Talaria");

    RecordedConformance recorded = RecordedConformance.of(after, recordings.resolve(pinned));
    List<String> misfits = List.copyOf(recorded.misfits());
    line(
        "recorded",
        misfits,
        recorded.requests() + " requests of recorded sessions, " + misfits.size() + " misfits");

    Map<String, String> facts = ProtocolSurveyCommand.measure(fresh.executable(), scratch);
    List<String> wrong = new ArrayList<>();
    for (String check : SurveyChecks.names()) {
      if (!SurveyChecks.RIGHT.equals(facts.get(check))) {
        wrong.add(check + ": " + facts.get(check));
      }
    }
    int all = SurveyChecks.names().size();
    line("sessions", wrong, (all - wrong.size()) + " of " + all + " checks are right");

    List<String> changed = new ArrayList<>();
    for (String fact : VersionsPage.shown(SurveyTable.checkedIn())) {
      String was = SurveyTable.checkedIn().value(pinned, fact);
      if (!was.equals(facts.getOrDefault(fact, ""))) {
        changed.add(fact + ": " + was + " -> " + facts.get(fact));
      }
    }
    line("facts", changed, changed.size() + " are other than in " + pinned);

    boolean ready = affecting.isEmpty() && misfits.isEmpty() && wrong.isEmpty();
    out()
        .println(
            !ready
                ? "NOT READY: see the lines above, and CONTRIBUTING.md"
                : changed.isEmpty()
                    ? "READY"
                    : "READY, if nothing relies on the facts that differ: see CONTRIBUTING.md");
    return ready;
  }

  private void line(String title, List<String> examples, String result) {
    out().println("%-9s %s".formatted(title, result));
    if (!examples.isEmpty()) {
      String more = examples.size() > SHOWN ? "; ..." : "";
      out()
          .println(
              "          "
                  + String.join("; ", examples.subList(0, Math.min(SHOWN, examples.size())))
                  + more);
    }
    out().flush();
  }

  private static ProtocolSchema schema(PinnedCodex codex, Path folder) throws IOException {
    Files.createDirectory(folder);
    SchemaExport.write(
        CodexExecutable.locate(CodexOptions.builder().executable(codex.executable()).build()),
        folder,
        LIMIT);
    return ProtocolSchema.read(codex.version(), folder);
  }
}
