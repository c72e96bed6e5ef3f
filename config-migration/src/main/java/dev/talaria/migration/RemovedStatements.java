package dev.talaria.migration;

import dev.talaria.migration.RecordedSection.Span;
import dev.talaria.migration.Sections.Section;
import dev.talaria.migration.TomlStatement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statements that are to be taken out of a document because the section says the same. Other hosts'
 * sections are never cut. One use, one thread.
 */
final class RemovedStatements {

  private final TomlDocument document;
  private final BitSet foreign = new BitSet();
  private final BitSet cut = new BitSet();

  RemovedStatements(TomlDocument document, List<Section> others) {
    this.document = document;
    others.forEach(section -> foreign.set(section.first(), section.last() + 1));
  }

  /** Whether another host's section says something of {@code path}. */
  boolean isForeign(List<String> path) {
    return foreign.stream().anyMatch(i -> document.statements().get(i).isUnder(path));
  }

  /** The statements about {@code path} that may be cut. */
  List<TomlStatement> about(List<String> path) {
    List<TomlStatement> found = new ArrayList<>();
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (!foreign.get(i) && statements.get(i).isUnder(path)) {
        found.add(statements.get(i));
      }
    }
    return found;
  }

  /**
   * Cuts all about {@code path}: whole tables from their header to their last key, with the
   * comments between; what stands behind the last key belongs to what follows.
   */
  void cut(List<String> path) {
    List<TomlStatement> statements = document.statements();
    for (int i = 0; i < statements.size(); i++) {
      TomlStatement statement = statements.get(i);
      if (foreign.get(i) || statement.kind() == Kind.COMMENT || !statement.isUnder(path)) {
        continue;
      }
      if (statement.isHeader()) {
        cut.set(i, lastKey(i) + 1);
      } else if (statement.isKeyValue()) {
        cut.set(i);
      }
    }
  }

  /** Cuts this one statement. */
  void cut(TomlStatement statement) {
    cut.set(document.statements().indexOf(statement));
  }

  boolean isCut(TomlStatement statement) {
    return cut.get(document.statements().indexOf(statement));
  }

  private int lastKey(int header) {
    int last = header;
    List<TomlStatement> statements = document.statements();
    for (int i = header + 1; i < statements.size() && !statements.get(i).isHeader(); i++) {
      last = statements.get(i).isKeyValue() && !foreign.get(i) ? i : last;
    }
    return last;
  }

  /**
   * The stretches that are cut, joined where they touch. Keys of one table are not joined with the
   * tables behind them: put back between a header and its other keys, these would take those over.
   */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int end;
    for (int i = cut.nextSetBit(0); i >= 0; i = cut.nextSetBit(end)) {
      List<TomlStatement> statements = document.statements();
      end = endOfSpan(i);
      int from = statements.get(i).start();
      int to = statements.get(end - 1).end();
      String text = document.text().substring(from, to);
      spans.add(new Span(from, to, Hashes.sha256(text), statements.get(i).table()));
    }
    return spans;
  }

  private int endOfSpan(int first) {
    int end = cut.nextClearBit(first);
    if (document.statements().get(first).isHeader()) {
      return end;
    }
    return IntStream.range(first, end)
        .filter(i -> document.statements().get(i).isHeader())
        .findFirst()
        .orElse(end);
  }

  /** What is left. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Span span : spans()) {
      rest.append(document.text(), from, span.start());
      from = span.end();
    }
    return rest.append(document.text(), from, document.text().length()).toString();
  }
}
