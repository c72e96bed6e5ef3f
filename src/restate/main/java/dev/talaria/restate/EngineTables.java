package dev.talaria.restate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine has of all runs, by the SQL of its admin API. Safe for use by many threads.
 *
 * <p>Source: {@code POST /query} of Restate 1.7.12 with {@code Accept: application/json}.
 */
final class EngineTables {

  private static final String ALL_RUNS =
      "SELECT value_utf8 AS run FROM state WHERE service_name = '%s' AND key = '%s'"
          .formatted(RunService.NAME, RunWorkflow.VIEW.name());

  private final URI admin;
  private final Duration limit;
  private final HttpClient client = HttpClient.newHttpClient();

  EngineTables(URI admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
  }

  /** The runs that the engine knows, in no order. */
  List<RestateRun> runs() {
    ObjectNode query = RunJson.MAPPER.createObjectNode().put("query", ALL_RUNS);
    HttpRequest request =
        HttpRequest.newBuilder(admin.resolve("/query"))
            .timeout(limit)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(query.toString()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new TalariaException(
            "Restate's admin API at %s answered %d; see that it is that address"
                .formatted(admin, answer.statusCode()));
      }
      List<RestateRun> runs = new ArrayList<>();
      for (JsonNode row : RunJson.MAPPER.readTree(answer.body()).path("rows")) {
        runs.add(RunJson.MAPPER.readValue(row.path("run").asText(), RestateRun.class));
      }
      return runs;
    } catch (IOException e) {
      throw new TalariaException(
          "Restate's admin API at %s cannot be asked: %s".formatted(admin, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for Restate", e);
    }
  }
}
