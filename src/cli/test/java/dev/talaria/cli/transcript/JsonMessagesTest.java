package dev.talaria.cli.transcript;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.transcript.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonMessagesTest {

  private static final int MANY = 1000;

  @Test
  @Timeout(60)
  void a_document_is_complete_when_its_reader_ends_before_its_writer() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    StringWriter text = new StringWriter();
    PrintWriter slow =
        new PrintWriter(text) {
          @Override
          public void write(char[] characters, int from, int length) {
            try {
              ended.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            super.write(characters, from, length);
          }
        };
    FutureTask<Void> reading =
        new FutureTask<>(
            () -> {
              JsonMessages messages = new JsonMessages(slow);
              for (int i = 0; i < MANY; i++) {
                messages.add(new Message.User("prompt " + i));
              }
              messages.end(0, "fine", 0);
              return null;
            });
    Thread reader = new Thread(reading);
    reader.start();
    await().until(() -> reader.getState() == Thread.State.WAITING);
    ended.countDown();
    reading.get();
    JsonNode document = new ObjectMapper().readTree(text.toString());
    assertEquals(MANY, document.path("messages").size());
    assertEquals("fine", document.path("finalText").textValue());
  }
}
