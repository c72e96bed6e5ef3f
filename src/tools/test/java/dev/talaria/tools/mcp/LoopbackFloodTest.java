package dev.talaria.tools.mcp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand connections at once to the loopback server, with the limit that hosts have. */
@Timeout(60)
class LoopbackFloodTest {

  private final ToolRegistry tools = ToolRegistry.of(HttpLab.SECRET);

  /** Heads without a token: whoever connects can send them. */
  @Test
  void an_honest_call_does_not_wait_for_a_thousand_that_send_half_a_request() throws IOException {
    String line = "POST /mcp HTTP/1.1\r\n";
    List<Socket> flood = new ArrayList<>();
    LoopbackToolServer patient = LoopbackToolServer.start(tools);
    try {
      String headers = "Content-Type: application/json\r\nContent-Length: 100\r\n";
      String whole = HttpLab.head(patient, "POST /mcp", headers);
      for (int i = 0; i < 1000; i++) {
        Socket socket = HttpLab.connect(patient);
        // In the line, in the headers, in the body.
        String half = i % 3 == 0 ? line.substring(0, 9) : i % 3 == 1 ? line + "Host: 1" : whole;
        HttpLab.send(socket, half);
        flood.add(socket);
      }
      long quickest = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        HttpLab.stillServes(patient);
        quickest = Math.min(quickest, System.nanoTime() - start);
      }
      assertTrue(quickest < TimeUnit.SECONDS.toNanos(1), "an honest call took " + quickest + " ns");
    } finally {
      patient.close();
    }
    for (Socket socket : flood) {
      assertFalse(HttpLab.readAll(socket).contains("HTTP/1.1 200"));
      socket.close();
    }
    await().atMost(Duration.ofSeconds(60)).until(LoopbackFloodTest::noThreadIsLeft);
  }

  private static boolean noThreadIsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("talaria-tools-"))
        .findAny()
        .isEmpty();
  }

  @Test
  void a_thousand_connections_that_say_nothing_do_no_harm() throws IOException {
    List<Socket> open = new ArrayList<>();
    try (LoopbackToolServer patient = LoopbackToolServer.start(tools)) {
      for (int i = 0; i < 1000; i++) {
        open.add(HttpLab.connect(patient));
      }
      HttpLab.stillServes(patient);
      for (Socket socket : open) {
        HttpLab.send(socket, HttpLab.json(patient, HttpLab.token(patient), HttpLab.CALL));
      }
      for (Socket socket : open) {
        assertTrue(HttpLab.readAll(socket).contains("it ran"));
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }
}
