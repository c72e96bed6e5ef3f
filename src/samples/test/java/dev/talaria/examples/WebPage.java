package dev.talaria.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A page that shows a turn as it runs, for this machine only: {@code WebPage DIRECTORY PORT}. */
public final class WebPage {
  private static final String PAGE =
      """
      <form onsubmit="ask(this.prompt.value); return false"><input name="prompt"></form>
      <pre id="out"></pre>
      <script>
      function ask(prompt) {
        const events = new EventSource("/?" + encodeURIComponent(prompt))
        events.onmessage = event => out.textContent += JSON.parse(event.data)
        events.addEventListener("end", () => events.close())
      }
      </script>
      """;

  public static void main(String[] args) throws Exception {
    InetSocketAddress here = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    HttpServer server = HttpServer.create(here, 0);
    server.setExecutor(Executors.newCachedThreadPool());
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      server.createContext("/", exchange -> answer(exchange, codex, options));
      server.start();
      System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
      Thread.currentThread().join(); // until Ctrl-C
    }
  }

  private static void answer(HttpExchange exchange, Codex codex, SessionOptions options)
      throws IOException {
    String prompt = exchange.getRequestURI().getQuery();
    String type = prompt == null ? "text/html" : "text/event-stream";
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (PrintStream out = new PrintStream(exchange.getResponseBody(), false, UTF_8)) {
      out.print(prompt == null ? PAGE : stream(prompt, out, codex, options));
    }
  }

  /** Writes each delta as it comes, and returns the last event. */
  private static String stream(
      String prompt, PrintStream out, Codex codex, SessionOptions options) {
    TurnListener deltas =
        new TurnListener() {
          @Override
          public void onTextDelta(String itemId, String delta) {
            out.print("data: " + TextNode.valueOf(delta) + "\n\n"); // JSON, for its line ends
            out.flush();
          }
        };
    try (CodexSession session = codex.openSession(options)) {
      return "event: end\ndata: " + session.runTurn(TurnInput.of(prompt), deltas).status() + "\n\n";
    }
  }
}
