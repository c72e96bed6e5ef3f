package dev.talaria.cli.transcript;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.base.DaemonThreads;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Writes the messages of {@code talaria project --json}, on a thread of its own: that takes as long
 * as to read them.
 *
 * <p>Belongs to the thread that reads; {@link #end} waits for what is written. At most {@value
 * #BATCH} times {@value #BATCHES} messages wait.
 */
final class JsonMessages {

  /** ASCII, so that no terminal's or pipe's charset can damage it. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
          .build();

  private static final int BATCH = 256;
  private static final int BATCHES = 16;

  private final PrintWriter out;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(DaemonThreads.named("talaria-project"));
  private final Semaphore room = new Semaphore(BATCHES);
  private List<Message> batch = new ArrayList<>(BATCH);
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
  private boolean isFirst = true;
  private volatile boolean isClosed;

  JsonMessages(PrintWriter out) {
    this.out = out;
    out.print("{\"messages\":[");
  }

  void add(Message message) {
    batch.add(message);
    if (batch.size() == BATCH) {
      hand();
    }
  }

  /** {@return whether somebody still reads what is written} */
  boolean isWanted() {
    return !isClosed && !written.isCompletedExceptionally();
  }

  /** Writes the rest of the document, with these figures. */
  void end(int toolIterations, String finalText, long badLines) {
    hand();
    try {
      written.join();
      out.print(
          "],\"toolIterations\":%d,\"finalText\":%s,\"badLines\":%d}\n"
              .formatted(toolIterations, JSON.writeValueAsString(finalText), badLines));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      // Not before: a batch is handed to the writer when the one before it is written.
      writer.shutdown();
    }
  }

  private void hand() {
    List<Message> full = batch;
    batch = new ArrayList<>(BATCH);
    room.acquireUninterruptibly();
    written =
        written
            .thenRunAsync(() -> write(full), writer)
            .whenComplete((nothing, failure) -> room.release());
  }

  private void write(List<Message> messages) {
    if (isClosed) {
      return;
    }
    try {
      for (Message message : messages) {
        if (!isFirst) {
          out.print(',');
        }
        isFirst = false;
        JSON.writeValue(out, message.toJson(JSON.getNodeFactory()));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
    // Nobody reads on behind a closed pipe; looking for that flushes.
    isClosed = out.checkError();
  }

  private static UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException("the transcript cannot be written: " + e.getMessage(), e);
  }
}
