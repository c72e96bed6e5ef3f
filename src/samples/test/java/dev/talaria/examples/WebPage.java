// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

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

/** A page that shows a turn as it runs, for this machine only: {@code WebPage DIRECTORY PORT}. */
public record WebPage(PrintStream out) implements TurnListener {
  private static final String END = "event: end\ndata: ";
  private static final String PAGE =
      """
      <input onchange="ask(this.value)"><pre id="out"></pre><script>function ask(prompt) {
        const events = new EventSource("/?" + encodeURIComponent(prompt))
        events.onmessage = event => out.textContent += JSON.parse(event.data)
        events.addEventListener("end", () => events.close()) }</script>""";

  public static void main(String[] args) throws Exception {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).build();
    InetSocketAddress here = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(here, 0);
    server.setExecutor(task -> new Thread(task).start());
    try (Codex codex = Codex.launch(CodexOptions.defaults())) {
      server.createContext("/", exchange -> answer(exchange, codex, options));
      server.start();
      System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
      Thread.currentThread().join(); // until Ctrl-C
    }
  }

  static void answer(HttpExchange web, Codex codex, SessionOptions options) throws IOException {
    String prompt = web.getRequestURI().getQuery();
    String type = prompt == null ? "text/html" : "text/event-stream";
    web.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    web.sendResponseHeaders(200, 0);
    try (PrintStream out = new PrintStream(web.getResponseBody(), true, "UTF-8");
        CodexSession session = prompt == null ? null : codex.openSession(options)) {
      TurnListener deltas = new WebPage(out);
      out.print(
          session == null
              ? PAGE
              : END + session.runTurn(TurnInput.of(prompt), deltas).status() + "\n\n");
    }
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    out.print("data: " + TextNode.valueOf(delta) + "\n\n"); // JSON, for its line ends; flushes
  }
}
