package dev.talaria.approval;

import dev.talaria.approval.ApprovalRequest.FileChange;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.approval.ApprovalText.Style;
import dev.talaria.protocol.PatchChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request about file changes says. Pure functions. */
final class PatchText {

  private static final int NAMED = 3;
  private static final int FILES = 200;
  private static final int LINE = 1000;

  /** How many lines of one file's diff are shown at its beginning and at its end. */
  private static final int HEAD = 300;

  private static final int TAIL = 100;

  /** Behind so many lines of a request no further diff is shown. */
  private static final int MOST = 4000;

  private PatchText() {}

  /** {@code change 2 files: 1 add, 1 update}. */
  static String title(FileChange request, SafeText safe) {
    int count = request.changes().size();
    return count == 0
        ? "change files (Codex did not say which)"
        : "change " + (count == 1 ? "1 file: " : count + " files: ") + counts(request, safe);
  }

  private static String counts(FileChange request, SafeText safe) {
    Map<String, Integer> byKind = new TreeMap<>();
    request.changes().forEach(change -> byKind.merge(safe.name(change.kind()), 1, Integer::sum));
    return byKind.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  /** {@code 1 add, 1 update: /tmp/new.py, /tmp/old.py}; three files are named. */
  static String summary(FileChange request) {
    List<PatchChange> changes = request.changes();
    if (changes.isEmpty()) {
      return "1 change pending";
    }
    String paths =
        changes.stream()
            .limit(NAMED)
            .map(change -> SafeText.BRIEF.name(change.path()))
            .collect(Collectors.joining(", "));
    int more = changes.size() - NAMED;
    return counts(request, SafeText.BRIEF)
        + ": "
        + paths
        + (more > 0 ? ", +" + more + " more" : "");
  }

  static String label(FileChange request) {
    String reason = SafeText.BRIEF.line(request.reason(), SafeText.FACT);
    if (!request.changes().isEmpty()) {
      return "apply_patch: " + summary(request);
    }
    return reason.isBlank() ? "apply_patch" : "apply_patch: " + reason;
  }

  static String description(FileChange request) {
    List<String> parts = new ArrayList<>();
    if (!request.reason().isBlank()) {
      parts.add(SafeText.BRIEF.line(request.reason(), SafeText.FACT));
    }
    if (!request.changes().isEmpty()) {
      parts.add(summary(request));
    }
    if (!request.grantRoot().isEmpty()) {
      parts.add("grants write to " + SafeText.BRIEF.name(request.grantRoot()));
    }
    return parts.isEmpty() ? "Codex requests to apply a patch" : String.join("; ", parts);
  }

  /** The files with their diffs. */
  static void add(List<Line> lines, FileChange request, SafeText safe) {
    List<PatchChange> changes = request.changes();
    int files = safe.most(FILES);
    changes.stream().limit(files).forEach(change -> add(lines, change, safe));
    if (changes.size() > files) {
      lines.add(new Line(Style.FILE, "  and " + (changes.size() - files) + " more files"));
    }
  }

  private static void add(List<Line> lines, PatchChange change, SafeText safe) {
    String moved = change.movePath().map(to -> " -> " + safe.name(to)).orElse("");
    lines.add(
        new Line(
            Style.FILE, "  " + safe.name(change.kind()) + " " + safe.name(change.path()) + moved));
    List<String> diff = diffLines(change);
    if (lines.size() > safe.most(MOST) && !diff.isEmpty()) {
      lines.add(new Line(Style.KEPT, "     [… " + diff.size() + " lines left out …]"));
      return;
    }
    int head = safe.most(HEAD);
    int left = diff.size() - head - TAIL;
    for (int i = 0; i < diff.size(); i++) {
      if (i == head && left > 1) {
        lines.add(new Line(Style.KEPT, "     [… " + left + " lines left out …]"));
        i += left;
      }
      lines.add(line(change.kind(), safe.line(diff.get(i), LINE)));
    }
  }

  /** A carriage return does not end a line here: it shows. */
  private static List<String> diffLines(PatchChange change) {
    String diff = change.diff();
    List<String> lines = List.of(diff.split("\n", -1));
    return diff.isEmpty() || diff.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
  }

  /** A new or deleted file comes without marks: its lines are given some. */
  private static Line line(String kind, String line) {
    String mark = kind.equals("add") ? "+" : kind.equals("delete") ? "-" : "";
    String shown = mark + line;
    Style style =
        shown.startsWith("+")
            ? Style.ADDED
            : shown.startsWith("-")
                ? Style.REMOVED
                : shown.startsWith("@@") ? Style.HUNK : Style.KEPT;
    return new Line(style, "    " + shown);
  }
}
