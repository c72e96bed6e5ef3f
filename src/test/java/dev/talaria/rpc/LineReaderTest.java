package dev.talaria.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LineReaderTest {

  /** Gives its bytes in pieces of random length, as a pipe does. */
  private static final class Pieces extends InputStream {
    private final InputStream bytes;
    private final Random random;

    Pieces(byte[] bytes, long seed) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = new Random(seed);
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(300)));
    }
  }

  private static List<String> lines(byte[] bytes, long seed, int limit) throws IOException {
    LineReader reader = new LineReader(new Pieces(bytes, seed), limit);
    List<String> lines = new ArrayList<>();
    for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(
          (line.tooLong() ? "!" : "")
              + new String(line.bytes(), line.offset(), line.length(), StandardCharsets.UTF_8));
    }
    return lines;
  }

  @Property(tries = 300)
  void any_split_of_the_stream_gives_the_same_lines(
      @ForAll @Size(max = 30) List<@IntRange(max = 3000) Integer> lengths,
      @ForAll long seed,
      @ForAll boolean carriageReturns,
      @ForAll boolean lastLineEnds)
      throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lengths.size(); i++) {
      String line = ((char) ('a' + i % 26) + "").repeat(lengths.get(i));
      boolean last = i == lengths.size() - 1;
      boolean ends = lastLineEnds || !last;
      if (ends || !line.isEmpty()) {
        expected.add(line.length() > 2000 ? "!" + line.substring(0, 2000) : line);
      }
      text.append(line).append(ends ? carriageReturns ? "\r\n" : "\n" : "");
    }
    assertEquals(expected, lines(text.toString().getBytes(StandardCharsets.UTF_8), seed, 2000));
  }
}
