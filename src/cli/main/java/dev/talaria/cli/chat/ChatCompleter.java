package dev.talaria.cli.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * What Tab offers: commands, what a command takes, and files behind an at sign.
 *
 * @param folder that files are named from
 */
record ChatCompleter(ChatCommands commands, Path folder) implements Completer {

  private static final int MOST = 200;

  /** Those of the input, and what runs above it. */
  private static final int MORE_ROWS = 6;

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word();
    if (word.startsWith("@")) {
      files(word.substring(1), candidates);
    } else if (line.wordIndex() == 0 && word.startsWith("/")) {
      // With its help each has a row; JLine asks before it shows more than there is room for.
      boolean room = commands.all().size() < reader.getTerminal().getSize().getRows() - MORE_ROWS;
      commands.all().forEach(each -> add(each.name(), room ? each.help() : "", candidates));
    } else if (line.wordIndex() == 1) {
      commands
          .arguments(line.words().get(0))
          .forEach((value, what) -> add(value, what, candidates));
    }
  }

  private static void add(String value, String what, List<Candidate> candidates) {
    String told = what.isEmpty() ? null : what;
    candidates.add(new Candidate(value, value, null, told, null, null, true));
  }

  private void files(String typed, List<Candidate> candidates) {
    String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
    try (Stream<Path> files = Files.list(folder.resolve(parent))) {
      files
          .sorted()
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .limit(MOST)
          .forEach(
              file -> {
                boolean more = Files.isDirectory(file);
                String name = parent + file.getFileName() + (more ? "/" : "");
                candidates.add(
                    new Candidate(
                        "@" + name, file.getFileName() + "", null, null, null, null, !more));
              });
    } catch (IOException | InvalidPathException nothingThere) {
      candidates.clear();
    }
  }
}
