package dev.talaria.migration;

import dev.talaria.migration.RecordedSection.Span;
import dev.talaria.migration.Sections.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A migration thought through to its last byte, before anything is written. Pure: texts in, texts
 * out. Immutable.
 *
 * <p>Every migration takes the section of before out of the text, as if nothing had ever been
 * migrated, and merges anew. That text is the backup, so that going back is always one step.
 *
 * @param text of the configuration to be
 * @param original of the configuration without the section: the backup
 * @param section what is to be recorded
 */
record Plan(String text, String original, RecordedSection section, Findings findings) {

  /**
   * What is there before.
   *
   * @param document the configuration; empty if there is none
   * @param exists whether there is a file
   * @param backup the text of the backup
   */
  record Before(
      TomlDocument document,
      boolean exists,
      ManagedRecord record,
      Optional<String> backup,
      String name) {

    String text() {
      return document.text();
    }

    /** The host's section, if another program's migrator wrote it. */
    Optional<Section> foreign(Markers markers) {
      return Optional.ofNullable(Sections.of(document).of(markers.host()))
          .filter(Section::isForeign);
    }

    /** What is recorded of the host's section in this text. */
    Optional<RecordedSection> known(Markers markers) {
      if (foreign(markers).isPresent()) {
        return Optional.empty();
      }
      return record.of(markers.host(), Extraction.sectionText(document, markers));
    }
  }

  /**
   * The way back.
   *
   * @param text of the configuration without the section
   * @param madeByUs whether there was no file before the first migration
   */
  record Removal(String text, boolean madeByUs) {}

  /** Takes the section out: what the file would be had nothing been migrated. */
  static Removal removal(Before before, Markers markers, Findings findings) {
    Taken taken = taken(before, markers, Map.of(), findings);
    boolean made = taken.extraction().known().map(known -> !known.existed()).orElse(false);
    return new Removal(taken.original().text(), made);
  }

  /**
   * Plans a migration.
   *
   * @throws MigrationException if it cannot be done without changing what the user's text means
   */
  static Plan of(Before before, Markers markers, DesiredSection intent) {
    return of(before, markers, intent, staying(intent));
  }

  private static Plan of(
      Before before,
      Markers markers,
      DesiredSection intent,
      Map<List<String>, Set<String>> staying) {
    Findings findings = new Findings();
    Taken taken = taken(before, markers, staying, findings);
    List<CarriedKey> carried = taken.extraction().carried();
    Merge.Result merge =
        Merge.of(taken.original(), before.name(), markers, intent, carried, findings);
    SectionText section = merge.section();
    // the table of a key that is carried may turn out to be the user's own, which is back now
    if (staying.keySet().removeIf(table -> !section.has(table))
        && !carried.stream().map(CarriedKey::table).allMatch(staying::containsKey)) {
      return of(before, markers, intent, staying);
    }
    TomlDocument rest = TomlDocument.parse(merge.cuts().rest(), before.name(), taken.original());
    int kept =
        rest.text().equals(taken.extraction().user().text()) ? taken.extraction().place() : -1;
    int place = InsertionPoint.of(rest, markers, section, kept);
    Plan plan = assemble(before, markers, taken, merge, rest, place, findings);
    plan.verify(before, markers, rest, section, carried, staying);
    return plan;
  }

  private record Taken(Extraction extraction, TomlDocument original) {}

  private static Taken taken(
      Before before, Markers markers, Map<List<String>, Set<String>> staying, Findings findings) {
    Optional<RecordedSection> ofBackup =
        before.backup().flatMap(text -> before.record().ofBackup(markers.host(), text));
    Optional<RecordedSection> known = before.known(markers);
    Extraction extraction =
        Extraction.of(
            before.document(),
            before.name(),
            markers,
            ofBackup.isPresent() ? known : known.map(RecordedSection::withoutBackup),
            staying);
    findings.warnings.addAll(extraction.warnings());
    TomlDocument original =
        OriginalText.of(extraction.user(), ofBackup, before.backup(), before.name());
    return new Taken(extraction, original);
  }

  /** The tables that the section will have, and what of them replaces a user's change. */
  private static Map<List<String>, Set<String>> staying(DesiredSection intent) {
    Map<List<String>, Set<String>> staying = new HashMap<>();
    for (CodexServer server : intent.servers()) {
      staying.put(
          List.of("mcp_servers", server.name()),
          intent.takeOver() ? new HashSet<>(server.keys().keySet()) : Set.of());
    }
    intent.plugins().forEach(plugin -> staying.put(List.of("plugins", plugin.id()), Set.of()));
    return staying;
  }

  private static Plan assemble(
      Before before,
      Markers markers,
      Taken taken,
      Merge.Result merge,
      TomlDocument rest,
      int place,
      Findings findings) {
    String original = taken.original().text();
    String end = LineEnds.of(original);
    String head = rest.text().substring(0, place);
    String tail = rest.text().substring(place);
    String block = merge.section().text(markers);
    String gap = head.isEmpty() || head.endsWith("\n") ? "" : end;
    gap += head.isEmpty() || endsBlank(head) ? "" : end;
    String after = tail.isEmpty() || startsBlank(tail) ? "" : end;
    List<Span> removed = merge.cuts().spans();
    boolean existed = before.exists() && !wasMade(taken);
    String salt = taken.extraction().known().map(RecordedSection::salt).orElseGet(Hashes::newSalt);
    Map<String, String> values = new LinkedHashMap<>();
    merge.section().values().forEach((path, value) -> values.putAll(Hashes.of(salt, path, value)));
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
            removed,
            merge.section().taken().stream()
                .flatMap(
                    taking -> Hashes.of(salt, taking.getKey(), taking.getValue()).keySet().stream())
                .sorted()
                .toList());
    return new Plan(head + gap + block + after + tail, original, section, findings);
  }

  /** Whether the file is there only because an earlier migration made it. */
  private static boolean wasMade(Taken taken) {
    return taken.original().text().isEmpty()
        && taken.extraction().known().map(known -> !known.existed()).orElse(false);
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
      Markers markers,
      TomlDocument rest,
      SectionText written,
      List<CarriedKey> carried,
      Map<List<String>, Set<String>> staying) {
    TomlDocument after = TomlDocument.parse(text, before.name(), rest);
    Section now = Sections.of(after).of(markers.host());
    if (now == null) {
      throw broken("the section cannot be found again");
    }
    List<List<String>> was = paths(rest.statements());
    List<List<String>> is = paths(after.statements().subList(0, now.first()));
    is.addAll(paths(after.statements().subList(now.last() + 1, after.statements().size())));
    if (!was.equals(is)) {
      throw broken("keys of the user's would belong to other tables");
    }
    for (Map.Entry<List<String>, Object> value : written.values().entrySet()) {
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
    Before again =
        new Before(
            after,
            true,
            before.record().with(markers.host(), section, Stream.empty()),
            Optional.of(original),
            before.name());
    String back =
        OriginalText.of(
                Extraction.of(after, before.name(), markers, Optional.of(section), staying).user(),
                Optional.of(section),
                again.backup(),
                before.name())
            .text();
    if (!back.equals(original)) {
      throw broken("the way back would not lead to the same text");
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
