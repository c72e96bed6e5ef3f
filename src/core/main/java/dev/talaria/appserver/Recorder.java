package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcTap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every message of a connection to a file, as JSON lines, or gives them to a watcher: one
 * header, then {@code {"t":seconds,"dir":"send|recv","msg":{…}}} for each.
 *
 * <p>The connection's threads only put a message into a bounded queue; scrubbing and writing are
 * done by a thread of the recorder's own, which flushes after each message, so a recording that is
 * cut off is usable up to there. When the queue is full the recording says how many messages it
 * lacks; the connection never waits for it.
 */
final class Recorder implements RpcTap {

  private static final Logger log = LoggerFactory.getLogger(Recorder.class);

  /** The format's number, in the header. */
  private static final int FORMAT = 1;

  private static final int CAPACITY = 100_000;
  private static final long CLOSE_SECONDS = 5;

  private record Entry(long nanos, String direction, JsonNode message) {}

  private static final Entry END = new Entry(0, "", null);

  /** Where the lines go. */
  interface Lines extends AutoCloseable {
    void add(JsonNode line) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final DeltaScrubber scrubber;
  private final LongSupplier ticker;
  private final long start;
  private final Lines out;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;

  private Recorder(Scrubber scrubber, LongSupplier ticker, Lines out) {
    this.scrubber = new DeltaScrubber(scrubber);
    this.ticker = ticker;
    this.start = ticker.getAsLong();
    this.out = out;
    this.thread = DaemonThreads.named("talaria-recorder").newThread(this::writeAll);
  }

  /**
   * Starts the recording that {@code options} ask for; without one it records nothing.
   *
   * @param codexVersion for the header; empty when it is not known yet
   * @throws TalariaException if the file exists already or cannot be written
   */
  static RpcTap start(CodexOptions options, String codexVersion) {
    if (options.recording().isEmpty()) {
      return RpcTap.NONE;
    }
    ObjectNode header = header(options, codexVersion);
    return start(options.recording().get(), header, scrubber(options), System::nanoTime);
  }

  private static Scrubber scrubber(CodexOptions options) {
    return Scrubber.of(
        System.getProperty("user.home", ""),
        System.getProperty("user.name", ""),
        List.of(System.getenv(), options.environment()));
  }

  /** Gives each line to a watcher, on a thread of its own. */
  static Recorder start(CodexOptions options, Lines watcher) {
    Recorder recorder = new Recorder(scrubber(options), System::nanoTime, watcher);
    recorder.thread.start();
    return recorder;
  }

  private static ObjectNode header(CodexOptions options, String codexVersion) {
    ObjectNode header = WireJson.mapper().createObjectNode();
    header.put("recording", FORMAT);
    header.put("codexVersion", codexVersion);
    header.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    ObjectNode shown = header.putObject("options");
    shown.put("client", options.clientName() + "/" + options.clientVersion());
    shown.put("experimentalApi", options.experimentalApi());
    options.config().forEach(shown.putObject("config")::put);
    return header;
  }

  /**
   * Starts a recording in a new file of mode 0600.
   *
   * @throws TalariaException if the file exists already or cannot be written
   */
  static Recorder start(Path file, ObjectNode header, Scrubber scrubber, LongSupplier ticker) {
    try {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] attributes =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Set<StandardOpenOption> options =
          EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileChannel channel = FileChannel.open(file, options, attributes);
      Recorder recorder =
          new Recorder(
              scrubber,
              ticker,
              new FileLines(
                  new BufferedWriter(
                      new OutputStreamWriter(
                          Channels.newOutputStream(channel), StandardCharsets.UTF_8))));
      recorder.out.add(scrubber.scrub(header));
      recorder.thread.start();
      return recorder;
    } catch (FileAlreadyExistsException e) {
      throw new TalariaException(
          "the recording " + file + " exists already and is not overwritten; name another file", e);
    } catch (IOException e) {
      throw new TalariaException("the recording " + file + " cannot be written: " + e, e);
    }
  }

  @Override
  public void sending(JsonNode message) {
    put("send", message);
  }

  @Override
  public void received(JsonNode message) {
    put("recv", message);
  }

  private void put(String direction, JsonNode message) {
    if (!queue.offer(new Entry(ticker.getAsLong(), direction, message))) {
      dropped.incrementAndGet();
    }
  }

  private void writeAll() {
    try (out) {
      for (Entry entry = queue.take(); entry != END; entry = queue.take()) {
        for (JsonNode message : scrubber.scrub(entry.message())) {
          message(entry.nanos(), entry.direction(), message);
        }
        tellGap();
      }
      for (JsonNode message : scrubber.rest()) {
        message(ticker.getAsLong(), "recv", message);
      }
      tellGap();
    } catch (IOException e) {
      log.warn("the recording ends here: it cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.warn("the recording was interrupted", e);
    }
  }

  private void message(long nanos, String direction, JsonNode message) throws IOException {
    ObjectNode line = WireJson.mapper().createObjectNode();
    line.put("t", BigDecimal.valueOf((nanos - start) / 1000, 6));
    line.put("dir", direction);
    line.set("msg", message);
    out.add(line);
  }

  private void tellGap() throws IOException {
    long lacking = dropped.getAndSet(0);
    if (lacking > 0) {
      out.add(WireJson.mapper().createObjectNode().put("lacking", lacking));
    }
  }

  private record FileLines(BufferedWriter out) implements Lines {
    @Override
    public void add(JsonNode line) throws IOException {
      out.write(WireJson.mapper().writeValueAsString(line));
      out.write('\n');
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Writes what is queued and closes the file; waits for that at most five seconds. */
  @Override
  public void close() {
    try {
      if (queue.offer(END, CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
