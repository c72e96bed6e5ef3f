package dev.talaria.cli.migrate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import dev.talaria.base.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a migration changes in the configuration, as a unified diff for people.
 *
 * <p>Stateless. The real lines are compared and the {@link MaskedToml masked} ones shown, so that a
 * changed secret is still a changed line.
 */
final class ConfigDiff {

  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private ConfigDiff() {}

  /** The diff's lines; none if the texts are the same. */
  static List<String> of(String path, String before, String after) {
    List<String> old = lines(before);
    List<String> fresh = lines(after);
    List<String> oldShown = shown(old);
    List<String> freshShown = shown(fresh);
    Patch<String> patch = new Patch<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
      patch.addDelta(
          new ChangeDelta<>(
              masked(delta.getSource(), oldShown), masked(delta.getTarget(), freshShown)));
    }
    String name = VisibleText.onOneLine(path);
    return UnifiedDiffUtils.generateUnifiedDiff(name, name, oldShown, patch, CONTEXT).stream()
        .map(ConfigDiff::ofNothing)
        .toList();
  }

  /** No lines begin at line 0, as diff and patch have it; the library says 1. */
  private static String ofNothing(String line) {
    return line.startsWith("@@ ")
        ? line.replace(" -1,0 ", " -0,0 ").replace(" +1,0 ", " +0,0 ")
        : line;
  }

  private static Chunk<String> masked(Chunk<String> chunk, List<String> shown) {
    int start = chunk.getPosition();
    return new Chunk<>(start, List.copyOf(shown.subList(start, start + chunk.size())));
  }

  /** A last line without an end is another line than the same with one. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + NO_NEWLINE);
    }
    return lines;
  }

  private static List<String> shown(List<String> lines) {
    List<String> masked = MaskedToml.lines(lines.stream().map(ConfigDiff::bare).toList());
    int last = lines.size() - 1;
    if (last >= 0 && lines.get(last).endsWith(NO_NEWLINE)) {
      masked.set(last, masked.get(last) + NO_NEWLINE);
    }
    return masked;
  }

  private static String bare(String line) {
    String text =
        line.endsWith(NO_NEWLINE) ? line.substring(0, line.length() - NO_NEWLINE.length()) : line;
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
