package dev.talaria.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.restate.EventLines.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The progress of runs as server-sent events, on the real Restate server and the real Codex. */
@Timeout(180)
class RealProgressTest {

  @TempDir Path folder;

  @Test
  void a_stream_goes_on_at_another_worker_where_it_was_cut() throws Exception {
    Path workspace = folder.toRealPath();
    try (RestateServer engine = RestateServer.start();
        RestateLab lab = new RestateLab(engine, RestateLab::reply)) {
      RestateWorker one = lab.worker();
      RestateWorker two = lab.worker();
      lab.register();
      lab.runs.start(lab.run("shown", workspace).prompt("first").prompt("write, asking").build());

      List<Received> heard = new ArrayList<>();
      PendingApproval approval;
      try (EventLines events = new EventLines(port(one), "/runs/shown/events", "")) {
        Received event = events.next();
        while (!event.name().equals("approval")) {
          heard.add(event);
          event = events.next();
        }
        approval = RunJson.MAPPER.readValue(event.data(), PendingApproval.class);
      }
      assertEquals(lab.awaitApproval("shown"), approval);
      one.close();
      lab.workers.remove(one);

      String last = heard.get(heard.size() - 1).id();
      try (EventLines events = new EventLines(port(two), "/runs/shown/events", last)) {
        assertEquals("approval", events.next().name());
        lab.runs.decide(
            "shown", Decision.of(approval, ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
        heard.addAll(untilTheEnd(events));
      }
      List<String> ids = heard.stream().map(Received::id).toList();
      assertEquals(ids.stream().distinct().toList(), ids, "nothing twice");

      try (EventLines events = new EventLines(port(two), "/runs/shown/events", "")) {
        assertEquals(untilTheEnd(events), heard, "nothing is lost, and a later stream is the same");
      }
      assertTrue(heard.toString().contains("answer to first"), heard.toString());
      assertTrue(heard.toString().contains("echo ran"), heard.toString());
      assertTrue(heard.get(heard.size() - 1).data().contains("COMPLETED"), heard.toString());

      assertEquals(404, status(two, "/runs/none/events", ""));
      assertEquals(404, status(two, "/", ""));
      assertEquals(403, status(two, "/runs/shown/events", "http://example.test"));
    }
  }

  private static List<Received> untilTheEnd(EventLines events) throws IOException {
    List<Received> heard = new ArrayList<>();
    do {
      heard.add(events.next());
    } while (!heard.get(heard.size() - 1).name().equals("end"));
    return heard;
  }

  private static int port(RestateWorker worker) {
    return worker.progressPort().orElseThrow();
  }

  private static int status(RestateWorker worker, String path, String origin) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(worker) + path));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
