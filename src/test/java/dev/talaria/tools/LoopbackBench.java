package dev.talaria.tools;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints how long calls over the loopback server take: {@code LoopbackBench [CLIENTS [CALLS]]}. One
 * call after the other first, then all clients at once. JDK client, Talaria server, one JVM.
 */
public final class LoopbackBench {

  private LoopbackBench() {}

  public static void main(String[] args) throws Exception {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    int calls = args.length > 1 ? Integer.parseInt(args[1]) : 40;
    HostTool tool = HostTool.builder("bench").run(call -> ToolResult.of("ok")).build();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try (LoopbackToolServer server = LoopbackToolServer.start(ToolRegistry.of(tool))) {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address().toString()))
              .header("Authorization", "Bearer " + HttpLab.token(server))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
                          + "\"bench\",\"arguments\":{}}}"))
              .build();
      measure(client, request, 2000);
      print("one after the other", measure(client, request, 2000));
      for (int round = 0; round < 3; round++) {
        List<Future<long[]>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
          running.add(threads.submit(() -> measure(client, request, calls)));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> one : running) {
          all.add(one.get());
        }
        print(
            clients + " at once, round " + (round + 1),
            all.stream().flatMapToLong(Arrays::stream).toArray());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] measure(HttpClient client, HttpRequest request, int calls)
      throws Exception {
    long[] took = new long[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      took[i] = System.nanoTime() - start;
      if (!answer.body().contains("\"ok\"")) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    }
    return took;
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
