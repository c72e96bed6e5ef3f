package dev.talaria.tools.mcp;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Prints how long calls over the loopback server take; {@code mvn verify -Pbench} runs it. One call
 * after the other first, then rounds in which all clients call at the same moment. Client and
 * server are in one JVM; the clients are bare sockets that stay open, so that the server is
 * measured.
 */
class LoopbackBench {

  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"bench\","
          + "\"arguments\":{}}}";

  @Test
  void fifty_clients() throws Exception {
    int clients = 50;
    int rounds = 200;
    HostTool tool = HostTool.builder("bench").run(call -> ToolResult.of("ok")).build();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try (LoopbackToolServer server = LoopbackToolServer.start(ToolRegistry.of(tool))) {
      together(server, threads, clients, rounds);
      print("one after the other", together(server, threads, 1, 20 * rounds));
      print(clients + " at the same moment", together(server, threads, clients, rounds));
    } finally {
      threads.shutdownNow();
    }
  }

  /** All clients call at the same moment, again and again; what each call took, in ns. */
  private static long[] together(
      LoopbackToolServer server, ExecutorService threads, int clients, int rounds)
      throws Exception {
    long[][] took = new long[clients][rounds];
    CyclicBarrier moment = new CyclicBarrier(clients);
    Future<?>[] running = new Future<?>[clients];
    for (int i = 0; i < clients; i++) {
      long[] own = took[i];
      running[i] =
          threads.submit(
              () -> {
                calls(server, moment, own);
                return null;
              });
    }
    for (Future<?> client : running) {
      client.get();
    }
    return Arrays.stream(took).flatMapToLong(Arrays::stream).toArray();
  }

  private static void calls(LoopbackToolServer server, CyclicBarrier moment, long[] took)
      throws Exception {
    byte[] request =
        HttpLab.json(server, HttpLab.token(server), CALL)
            .replace("Connection: close\r\n", "Mcp-Session-Id: bench\r\n")
            .getBytes(StandardCharsets.UTF_8);
    try (Socket socket = HttpLab.connect(server)) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; i < took.length; i++) {
        moment.await();
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        String answer = answer(in);
        took[i] = System.nanoTime() - start;
        if (!answer.contains("\"ok\"")) {
          throw new IllegalStateException(answer);
        }
      }
    }
  }

  /** One answer, by its Content-Length. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server ended the connection: " + head);
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    String length = lower.substring(lower.indexOf("content-length:") + 15).split("\r\n")[0].strip();
    return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
  }

  private static void print(String what, long[] took) {
    Arrays.sort(took);
    System.out.printf(
        Locale.ROOT,
        "%-24s %6d calls  p50 %6.2f ms  p99 %6.2f ms  max %6.2f ms%n",
        what,
        took.length,
        took[took.length / 2] / 1e6,
        took[took.length * 99 / 100] / 1e6,
        took[took.length - 1] / 1e6);
  }
}
