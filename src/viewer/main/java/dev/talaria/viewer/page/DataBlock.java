package dev.talaria.viewer.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Data in a page: compressed, and in letters that mean nothing to HTML, no matter what is in it.
 * Pure functions.
 */
final class DataBlock {

  /** Behind a session there is nobody who waits for the last percent. */
  private static final int LEVEL = 4;

  private DataBlock() {}

  /** Writes an element of this class that nothing runs. */
  static void write(OutputStream page, String name, byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(data.length / 3 + 64);
    try (GZIPOutputStream gzip = new Gzip(packed)) {
      gzip.write(data);
    }
    page.write(ascii("<script type=\"text/plain\" class=\"" + name + "\">"));
    page.write(Base64.getEncoder().encode(packed.toByteArray()));
    page.write(ascii("</script>\n"));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, 64 * 1024);
      def.setLevel(LEVEL);
      def.setStrategy(Deflater.DEFAULT_STRATEGY);
    }
  }
}
