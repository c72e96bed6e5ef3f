package dev.talaria.migration.section;

import dev.talaria.migration.MigrationException;
import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.translate.CodexMcpServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A migration thought through to its last byte, before anything is written. Pure: texts in, texts
 * out. Immutable.
 *
 * <p>Every migration takes the previous section out of the text, as if nothing had ever been
 * migrated, and merges again. That text is the backup, so that going back is always one step.
 *
 * @param text of the configuration to be
 * @param original of the configuration without the section: the backup
 * @param section what is to be recorded
 */
public record Plan(String text, String original, RecordedSection section, ReportBuilder report) {

  /**
   * What is there before.
   *
   * @param document the configuration; empty if there is none
   * @param exists whether there is a file
   * @param backup the text of the backup
   * @param markers of the host whose section is meant
   */
  public record Before(
      TomlDocument document,
      boolean exists,
      ManagedRecord record,
      Optional<String> backup,
      Markers markers) {

    public String text() {
      return document.text();
    }

    /** The host's section, if another program's migrator wrote it. */
    public Optional<Section> foreign() {
      return Optional.ofNullable(Sections.of(document).of(markers.host()))
          .filter(Section::isForeign);
    }

    /** What is recorded of the host's section in this text. */
    public Optional<RecordedSection> known() {
      if (foreign().isPresent()) {
        return Optional.empty();
      }
      return record.of(markers.host(), Extraction.sectionText(document, markers));
    }

    /** What is recorded of the migration that wrote the backup. */
    public Optional<RecordedSection> ofBackup() {
      return backup.flatMap(text -> record.ofBackup(markers.host(), text));
    }
  }

  /**
   * What is left without the section.
   *
   * @param text of the configuration
   * @param madeByUs whether there was no file before the first migration
   */
  public record Removal(String text, boolean madeByUs, ReportBuilder report) {}

  /** Takes the section out: what the file would be had nothing been migrated. */
  public static Removal removal(Before before) {
    ReportBuilder report = new ReportBuilder();
    Taken taken = taken(before, Map.of(), report);
    boolean made = taken.extraction().known.map(known -> !known.existed()).orElse(false);
    return new Removal(taken.original().text(), made, report);
  }

  /**
   * Plans a migration.
   *
   * @throws MigrationException if it cannot be done without changing what the user's text means
   */
  public static Plan of(Before before, DesiredSection desired) {
    return of(before, desired, staying(desired));
  }

  private static Plan of(
      Before before, DesiredSection desired, Map<List<String>, Set<String>> staying) {
    ReportBuilder report = new ReportBuilder();
    Taken taken = taken(before, staying, report);
    List<CarriedKey> carried = taken.extraction().foreign.carried;
    Merge merge = new Merge(taken.original(), before.markers(), desired, carried, report);
    SectionText section = merge.section;
    // the table of a key that is carried may turn out to be the user's own, which is back now
    if (staying.keySet().removeIf(table -> !section.has(table))
        && !carried.stream().map(CarriedKey::table).allMatch(staying::containsKey)) {
      return of(before, desired, staying);
    }
    TomlDocument rest = merge.removed.rest();
    int kept = rest.text().equals(taken.extraction().user.text()) ? taken.extraction().place : -1;
    int place = InsertionPoint.of(rest, before.markers(), section, kept);
    Plan plan = assemble(before, taken, merge, rest, place, report);
    plan.verify(before, rest, section, carried, staying);
    return plan;
  }

  private record Taken(Extraction extraction, TomlDocument original) {}

  private static Taken taken(
      Before before, Map<List<String>, Set<String>> staying, ReportBuilder report) {
    Optional<RecordedSection> ofBackup = before.ofBackup();
    Optional<RecordedSection> known = before.known();
    Extraction extraction =
        new Extraction(
            before.document(),
            before.markers(),
            ofBackup.isPresent() ? known : known.map(RecordedSection::withoutBackup),
            staying,
            before.document());
    report.warnings.addAll(extraction.foreign.warnings);
    return new Taken(extraction, OriginalText.of(extraction.user, ofBackup, before.backup()));
  }

  /** The tables that the section will have, and what of them replaces a user's change. */
  private static Map<List<String>, Set<String>> staying(DesiredSection desired) {
    Map<List<String>, Set<String>> staying = new HashMap<>();
    for (CodexMcpServer server : desired.servers()) {
      staying.put(
          List.of("mcp_servers", server.name()),
          desired.takeOver() ? new HashSet<>(server.keys().keySet()) : Set.of());
    }
    desired.plugins().forEach(plugin -> staying.put(List.of("plugins", plugin.id()), Set.of()));
    return staying;
  }

  private static Plan assemble(
      Before before, Taken taken, Merge merge, TomlDocument rest, int place, ReportBuilder report) {
    String original = taken.original().text();
    String end = taken.original().lineEnd();
    String head = rest.text().substring(0, place);
    String tail = rest.text().substring(place);
    String block = merge.section.text(before.markers());
    String gap = head.isEmpty() || head.endsWith("\n") ? "" : end;
    gap += head.isEmpty() || endsBlank(head) ? "" : end;
    String after = tail.isEmpty() || startsBlank(tail) ? "" : end;
    boolean existed = before.exists() && !wasMade(taken);
    String salt = taken.extraction().known.map(RecordedSection::salt).orElseGet(Hashes::newSalt);
    Map<String, String> values = new LinkedHashMap<>();
    merge.section.values.forEach((path, value) -> values.putAll(Hashes.of(salt, path, value)));
    // the comparison of texts is of the section's lines, from marker to marker
    RecordedSection section =
        new RecordedSection(
            existed,
            salt,
            values,
            Hashes.sha256(block),
            Hashes.sha256(rest.text()),
            Hashes.sha256(original),
            gap,
            after,
            merge.removed.spans(),
            merge.section.taken.entrySet().stream()
                .flatMap(own -> Hashes.of(salt, own.getKey(), own.getValue()).keySet().stream())
                .sorted()
                .toList());
    return new Plan(head + gap + block + after + tail, original, section, report);
  }

  /** Whether the file is there only because an earlier migration made it. */
  private static boolean wasMade(Taken taken) {
    return taken.original().text().isEmpty()
        && taken.extraction().known.map(known -> !known.existed()).orElse(false);
  }

  private static boolean endsBlank(String head) {
    int line = head.lastIndexOf('\n', head.length() - 2);
    return head.endsWith("\n") && head.substring(line + 1).isBlank();
  }

  private static boolean startsBlank(String tail) {
    int line = tail.indexOf('\n');
    return (line < 0 ? tail : tail.substring(0, line)).isBlank();
  }

  /** Reads the result as it will be read, and goes back from it: both have to agree. */
  private void verify(
      Before before,
      TomlDocument rest,
      SectionText written,
      List<CarriedKey> carried,
      Map<List<String>, Set<String>> staying) {
    TomlDocument after = rest.with(text, before.document());
    Section now = Sections.of(after).of(before.markers().host());
    if (now == null) {
      throw broken("the section cannot be found again");
    }
    List<List<String>> was = paths(rest.statements());
    List<List<String>> is = paths(after.statements().subList(0, now.first()));
    is.addAll(paths(after.statements().subList(now.last() + 1, after.statements().size())));
    if (!was.equals(is)) {
      throw broken("keys of the user's would belong to other tables");
    }
    for (Map.Entry<List<String>, Object> value : written.values.entrySet()) {
      boolean isTableAlone = value.getKey().size() == 2 && value.getValue().equals(Map.of());
      if (!isTableAlone && !section.wrote(value.getKey(), after.value(value.getKey()))) {
        throw broken("a value of the section would be read as another");
      }
    }
    for (CarriedKey key : carried) {
      if (!Objects.equals(before.document().value(key.path()), after.value(key.path()))) {
        throw broken("the value of " + key.dotted() + " would be read as another");
      }
    }
    Optional<RecordedSection> recorded = Optional.of(section);
    Extraction again = new Extraction(after, before.markers(), recorded, staying, rest);
    TomlDocument back = OriginalText.of(again.user, recorded, Optional.of(original));
    if (!back.text().equals(original)) {
      throw broken("taking the section out again would not lead to the same text");
    }
  }

  private static List<List<String>> paths(List<TomlStatement> statements) {
    return new ArrayList<>(
        statements.stream().filter(TomlStatement::isKeyValue).map(TomlStatement::path).toList());
  }

  private static MigrationException broken(String why) {
    return new MigrationException(
        why + ", so nothing was changed. Please report this with the structure of the file");
  }
}
