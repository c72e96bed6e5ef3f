package dev.talaria.cli.terminal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jline.keymap.BindingReader;

/**
 * Reads what is pasted, up to the mark that ends it: from the process' own terminal in large parts,
 * since JLine takes one byte at a time from it. For the thread that reads keys.
 */
final class PasteReader {

  static final String BEGIN = "\u001b[200~";
  private static final String END = "\u001b[201~";

  /** Each byte is a character here. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  /** The last character has not come in full. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?:[\\xc0-\\xff]|[\\xe0-\\xff][\\x80-\\xbf]|[\\xf0-\\xff][\\x80-\\xbf]{2})\\z");

  private static final Path OWN = Path.of("/dev/stdin");

  private final BindingReader keys;
  private final boolean own;
  private final BooleanSupplier ended;
  private final byte[] part = new byte[64 * 1024];

  /** What was read too far, behind the beginning of another paste. */
  private String more = "";

  /**
   * @param own whether the terminal is the process' own
   * @param ended whether to give up
   */
  PasteReader(BindingReader keys, boolean own, BooleanSupplier ended) {
    this.keys = keys;
    this.own = own && Files.isReadable(OWN);
    this.ended = ended;
  }

  /** What is pasted; the mark that begins it was read. */
  String read() throws IOException {
    if (!own) {
      return readKeys();
    }
    StringBuilder bytes = new StringBuilder(more);
    more = "";
    try (InputStream in = new FileInputStream(OWN.toFile())) {
      int end = bytes.indexOf(END);
      while (end < 0 && !ended.getAsBoolean()) {
        int from = Math.max(0, bytes.length() - END.length());
        end = bytes.append(next(in, part.length)).indexOf(END, from);
      }
      int last = end < 0 ? bytes.length() : end;
      pushBack(bytes.substring(Math.min(bytes.length(), last + END.length())), in);
      return new String(bytes.substring(0, last).getBytes(BYTES), StandardCharsets.UTF_8);
    }
  }

  private String readKeys() {
    StringBuilder text = new StringBuilder();
    int c = keys.readCharacter();
    while (c >= 0) {
      int start = text.appendCodePoint(c).length() - END.length();
      if (c == '~' && start >= 0 && text.indexOf(END, start) == start) {
        return text.substring(0, start);
      }
      c = keys.readCharacter();
    }
    return text.toString();
  }

  private String next(InputStream in, int most) throws IOException {
    return new String(part, 0, Math.max(0, in.read(part, 0, most)), BYTES);
  }

  private void pushBack(String read, InputStream in) throws IOException {
    int paste = read.indexOf(BEGIN) < 0 ? read.length() : read.indexOf(BEGIN) + BEGIN.length();
    more = read.substring(paste);
    StringBuilder typed = new StringBuilder(read.substring(0, paste));
    while (OPEN.matcher(typed).find() && !ended.getAsBoolean()) {
      typed.append(next(in, 1));
    }
    keys.runMacro(new String(typed.toString().getBytes(BYTES), StandardCharsets.UTF_8));
  }
}
