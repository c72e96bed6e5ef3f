package dev.talaria.cli.chat;

import dev.talaria.session.TurnInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that a prompt names with {@code @path}: an image is seen, another file mentioned. */
final class Mentions {

  private static final Pattern MENTION = Pattern.compile("(?:^|\\s)@(\\S+)");
  private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpe?g|gif|webp)");
  private static final int MOST = 20;

  /** A long text is a paste, which means nobody by its at signs. */
  private static final int LONGEST = 20_000;

  private Mentions() {}

  /** The input with the files that are there; the text stays as it is. */
  static TurnInput input(String text, Path folder) {
    TurnInput input = TurnInput.of(text);
    if (text.length() > LONGEST) {
      return input;
    }
    Matcher mention = MENTION.matcher(text);
    for (int i = 0; i < MOST && mention.find(); i++) {
      try {
        Path file = folder.resolve(mention.group(1));
        if (Files.isRegularFile(file)) {
          boolean image = IMAGE.matcher(mention.group(1).toLowerCase(Locale.ROOT)).matches();
          input = image ? input.image(file) : input.mention(mention.group(1), file.toString());
        }
      } catch (InvalidPathException notAPath) {
        continue;
      }
    }
    return input;
  }
}
