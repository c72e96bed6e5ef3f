package dev.talaria.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jline.keymap.BindingReader;

/**
 * Reads what is pasted, up to the mark that ends it: from the process' own terminal in large parts,
 * since JLine takes one byte at a time from it. For the thread that reads keys.
 */
final class PasteReader {

  static final String BEGIN = "\u001b[200~";
  private static final String END = "\u001b[201~";

  /** Stands behind what was read too far, if another paste begins in it; types nothing. */
  private static final int MARK = 0x10FFFD;

  private static final Path OWN = Path.of("/dev/stdin");
  private static final int PART = 64 * 1024;

  private final BindingReader keys;
  private final boolean own;
  private final BooleanSupplier ended;
  private boolean marked;

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
    StringBuilder text = new StringBuilder();
    boolean plain = !own;
    while (plain || marked) {
      int c = keys.readCharacter();
      if (c < 0) {
        return text.toString();
      } else if (c == MARK && marked) {
        marked = false;
      } else {
        text.appendCodePoint(c);
      }
      int start = text.length() - END.length();
      if (c == '~' && start >= 0 && text.indexOf(END, start) == start) {
        return text.substring(0, start);
      }
    }
    int escape = text.lastIndexOf("\u001b");
    boolean begun = escape >= 0 && END.startsWith(text.substring(escape));
    int cut = begun ? escape : text.length();
    return text.substring(0, cut) + rest(text.substring(cut));
  }

  /**
   * @param begun how the end has begun already; empty mostly
   */
  private String rest(String begun) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[PART];
    bytes.write(begun.getBytes(StandardCharsets.US_ASCII));
    try (InputStream in = new FileInputStream(OWN.toFile())) {
      String seam = begun;
      int end = -1;
      while (end < 0 && !ended.getAsBoolean()) {
        int read = in.read(part);
        if (read > 0) {
          // Each byte is a character here.
          String tail = seam + new String(part, 0, read, StandardCharsets.ISO_8859_1);
          end = tail.indexOf(END) < 0 ? -1 : bytes.size() - seam.length() + tail.indexOf(END);
          bytes.write(part, 0, read);
          seam = tail.substring(Math.max(0, tail.length() - END.length()));
        }
      }
      byte[] all = bytes.toByteArray();
      int last = end < 0 ? all.length : end;
      pushBack(end < 0 ? new byte[0] : tail(all, end + END.length()), in);
      return new String(all, 0, last, StandardCharsets.UTF_8);
    }
  }

  private static byte[] tail(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private void pushBack(byte[] more, InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(more);
    while (isOpen(whole.toByteArray())) {
      int next = in.read();
      if (next >= 0) {
        whole.write(next);
      }
    }
    String typed = whole.toString(StandardCharsets.UTF_8);
    marked = typed.contains(BEGIN);
    keys.runMacro(typed + (marked ? Character.toString(MARK) : ""));
  }

  /** Whether the last character has not come in full. */
  private static boolean isOpen(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int b = bytes[bytes.length - back] & 0xff;
      if (b >= 0xc0) {
        return back < (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2);
      } else if (b < 0x80) {
        return false;
      }
    }
    return false;
  }
}
