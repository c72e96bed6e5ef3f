package dev.talaria.migration.section;

import dev.talaria.migration.section.RecordedSection.Span;
import dev.talaria.migration.section.Sections.Section;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statements that are taken out of a document, because the section says the same or because they
 * are what is left of an earlier section. Other hosts' sections stay whole. One use, one thread.
 */
final class RemovedStatements {

  private final TomlDocument document;
  private final List<TomlStatement> statements;
  private final BitSet ofOthers = new BitSet();
  private final BitSet removed = new BitSet();

  RemovedStatements(TomlDocument document, List<Section> others) {
    this.document = document;
    this.statements = document.statements();
    others.forEach(section -> ofOthers.set(section.first(), section.last() + 1));
  }

  /** Whether another host's section says something of {@code path}. */
  boolean isOfOthers(List<String> path) {
    return ofOthers.stream().anyMatch(i -> statements.get(i).isUnder(path));
  }

  /** Whether the statement at {@code index} stands in another host's section. */
  boolean isOfOthers(int index) {
    return ofOthers.get(index);
  }

  /** The statements about {@code path} that may be removed. */
  List<TomlStatement> about(List<String> path) {
    List<TomlStatement> found = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (!ofOthers.get(i) && statements.get(i).isUnder(path)) {
        found.add(statements.get(i));
      }
    }
    return found;
  }

  /**
   * Removes all about {@code path}: whole tables from their header to their last key, with the
   * comments between; what stands behind the last key belongs to what follows.
   */
  void remove(List<String> path) {
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      if (ofOthers.get(i) || statement.kind() == Kind.COMMENT || !statement.isUnder(path)) {
        continue;
      }
      if (statement.isHeader()) {
        removed.set(i, lastKey(i) + 1);
      } else if (statement.isKeyValue()) {
        removed.set(i);
      }
    }
  }

  /** Removes the statement at {@code index}. */
  void remove(int index) {
    removed.set(index);
  }

  void remove(TomlStatement statement) {
    remove(statements.indexOf(statement));
  }

  boolean isRemoved(TomlStatement statement) {
    return removed.get(statements.indexOf(statement));
  }

  boolean isEmpty() {
    return removed.isEmpty();
  }

  /** Removes the blank lines between two statements that are removed. */
  void removeBlanksBetween() {
    for (int i = removed.nextSetBit(0); i >= 0; i = removed.nextSetBit(i + 1)) {
      int next = i + 1;
      while (next < statements.size() && statements.get(next).kind() == Kind.BLANK) {
        next++;
      }
      if (removed.get(next)) {
        removed.set(i, next);
      }
    }
  }

  private int lastKey(int header) {
    int last = header;
    for (int i = header + 1; i < statements.size() && !statements.get(i).isHeader(); i++) {
      last = statements.get(i).isKeyValue() && !ofOthers.get(i) ? i : last;
    }
    return last;
  }

  /**
   * The stretches that are removed, joined where they touch. Keys of one table are not joined with
   * the tables after them: put back between a header and its other keys, these would take those
   * over.
   */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int end;
    for (int i = removed.nextSetBit(0); i >= 0; i = removed.nextSetBit(end)) {
      end = endOfSpan(i);
      int from = statements.get(i).start();
      int to = statements.get(end - 1).end();
      String text = document.text().substring(from, to);
      spans.add(new Span(from, to, Hashes.sha256(text), statements.get(i).table()));
    }
    return spans;
  }

  private int endOfSpan(int first) {
    int end = removed.nextClearBit(first);
    if (statements.get(first).isHeader()) {
      return end;
    }
    return IntStream.range(first, end)
        .filter(i -> statements.get(i).isHeader())
        .findFirst()
        .orElse(end);
  }

  /** What is left. */
  TomlDocument rest() {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      if (!removed.get(i)) {
        rest.append(document.text(statements.get(i)));
      }
    }
    return document.with(rest.toString());
  }
}
