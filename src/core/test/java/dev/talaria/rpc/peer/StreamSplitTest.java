package dev.talaria.rpc.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.base.ByteLines;
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

class StreamSplitTest {

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
    ByteLines reader = new ByteLines(new Pieces(bytes, seed), limit);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      String line =
          new String(reader.buffer(), reader.start(), reader.length(), StandardCharsets.UTF_8)
              .stripTrailing();
      lines.add(reader.isCut() ? "!" + line.substring(0, Math.min(limit, line.length())) : line);
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
        boolean cut = line.length() + (ends && carriageReturns ? 1 : 0) > 2000;
        expected.add(cut ? "!" + line.substring(0, Math.min(2000, line.length())) : line);
      }
      text.append(line).append(ends ? carriageReturns ? "\r\n" : "\n" : "");
    }
    assertEquals(expected, lines(text.toString().getBytes(StandardCharsets.UTF_8), seed, 2000));
  }
}
