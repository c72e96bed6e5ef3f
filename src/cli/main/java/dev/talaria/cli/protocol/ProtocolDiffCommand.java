package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.fixtures.SurveyTable;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code talaria protocol diff}: does another version of Codex change what Talaria uses?
 *
 * <p>For one run. Nothing is sent anywhere; an executable only writes its schema.
 */
@Command(
    name = "diff",
    description = {
      "Shows what changed between two versions of Codex in the part of the protocol"
          + " that Talaria uses.",
      "OLD and NEW are Codex executables, or folders that 'codex app-server generate-json-schema"
          + " --experimental --out DIR' has written."
    },
    footer = {"", "Exit codes: 0 nothing that affects Talaria, 1 affected, 2 misuse, 3 no Codex."})
final class ProtocolDiffCommand extends ConsoleCommand {

  private static final ObjectMapper JSON = WireJson.mapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Parameters(index = "0", paramLabel = "OLD", description = "The old version.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new version.")
  private Path fresh;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ProtocolSchema before = read(old);
    ProtocolSchema after = read(fresh);
    ProtocolDiff diff = ProtocolDiff.of(before, after);
    if (json) {
      print(document(before, after, diff));
    } else {
      text(before, after, diff).forEach(out()::println);
    }
    return diff.affected() ? FAILED : FINE;
  }

  private static ProtocolSchema read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return ProtocolSchema.read(path.toAbsolutePath().normalize().getFileName().toString(), path);
    }
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          path + " does not exist; name a Codex executable or a schema folder");
    }
    CodexExecutable codex =
        CodexExecutable.locate(CodexOptions.builder().executable(path.toAbsolutePath()).build());
    try (ScratchFolder folder = ScratchFolder.create("talaria-schema-")) {
      SchemaExport.write(codex, folder.path(), LIMIT);
      return ProtocolSchema.read(codex.version().toString(), folder.path());
    }
  }

  /** The lines for people: what affects us first. */
  static List<String> text(ProtocolSchema before, ProtocolSchema after, ProtocolDiff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("Codex " + before.label() + " -> " + after.label() + ", as far as Talaria uses it:");
    lines.add("");
    for (boolean affected : new boolean[] {true, false}) {
      String last = "";
      for (ProtocolDiff.Change change : diff.changes()) {
        if (change.affected() == affected) {
          String head = change.kind().word() + " " + change.name();
          if (!head.equals(last)) {
            lines.add((affected ? "AFFECTED  " : "fine      ") + VisibleText.onOneLine(head));
            last = head;
          }
          lines.add(
              "            " + VisibleText.onOneLine(change.what()) + "  (" + change.why() + ")");
        }
      }
    }
    if (diff.changes().isEmpty()) {
      lines.add("nothing changed");
    }
    lines.add("");
    List<String> rest = new ArrayList<>();
    diff.rest().forEach((kind, count) -> rest.add(count(kind, count.added(), count.removed())));
    lines.add("Not used by Talaria: " + String.join(", ", rest) + ".");
    List<String> measured = measured(before.label(), after.label());
    if (!measured.isEmpty()) {
      lines.add("");
      lines.add("Measured on the releases in between and on these two:");
      lines.addAll(measured);
      lines.add("");
    }
    long affecting = diff.changes().stream().filter(ProtocolDiff.Change::affected).count();
    lines.add(
        String.format(
            Locale.ROOT, "%d of %d changes affect Talaria.", affecting, diff.changes().size()));
    return lines;
  }

  /** What the survey found to change behind the one release, up to the other. */
  private static List<String> measured(String old, String fresh) {
    SurveyTable table = SurveyTable.checkedIn();
    List<String> versions = table.measured();
    List<String> lines = new ArrayList<>();
    int last = versions.indexOf(fresh);
    for (int i = versions.indexOf(old) + 1; i > 0 && i <= last; i++) {
      for (String fact : VersionsPage.shown(table)) {
        String was = table.value(versions.get(i - 1), fact);
        String is = table.value(versions.get(i), fact);
        if (!was.isEmpty() && !is.equals(was)) {
          lines.add("  %-8s %s: %s, before %s".formatted(versions.get(i), fact, is, was));
        }
      }
    }
    return lines;
  }

  private static String count(Kind kind, int added, int removed) {
    return kind.word() + "s +" + added + " -" + removed;
  }

  private static ObjectNode document(
      ProtocolSchema before, ProtocolSchema after, ProtocolDiff diff) {
    ObjectNode document = JSON.createObjectNode();
    document.put("old", before.label()).put("new", after.label());
    document.put("affected", diff.affected());
    document.set("changes", JSON.valueToTree(diff.changes()));
    document.set("unused", JSON.valueToTree(diff.rest()));
    return document;
  }
}
