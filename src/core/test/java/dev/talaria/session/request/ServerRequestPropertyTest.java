package dev.talaria.session.request;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.conformance.SchemaSamples;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.FakeAppServer;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Ten thousand server requests, in the shapes of Codex's own schema, spoilt, and plain noise: each
 * is answered once or withdrawn, nothing is accepted that policy and handler did not accept, and
 * the turn goes on behind them.
 */
class ServerRequestPropertyTest {

  private static final int BATCH = 100;

  /** Goes to the host's services, which answer here; no handler is asked. */
  private static final String TOOL_CALL = "item/tool/call";

  /** Strong references: a logger that is forgotten forgets its level. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger(PendingApprovals.class.getName()), Logger.getLogger("dev.talaria.rpc"));

  private static final AtomicInteger ACCEPTED = new AtomicInteger();
  private static final AtomicInteger WITHDRAWN = new AtomicInteger();

  private static Path folder;
  private static SchemaSamples shapes;

  @BeforeContainer
  static void codex_writes_its_schema() throws IOException, InterruptedException {
    // Thousands of failures are wanted here, with a warning each.
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    folder = Files.createTempDirectory("talaria-schema-");
    PinnedCodex codex = PinnedCodex.selected();
    SchemaExport.write(
        new CodexExecutable(codex.executable(), CodexVersion.parse(codex.version()).orElseThrow()),
        folder,
        Duration.ofSeconds(30));
    shapes = new SchemaSamples(folder.resolve("ServerRequest.json"), new Random());
  }

  @AfterContainer
  static void remove_it() throws IOException {
    assertTrue(ACCEPTED.get() > 500 && WITHDRAWN.get() > 50, "the requests were not of all sorts");
    QUIET.forEach(logger -> logger.setLevel(null));
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  /** A host whose parts do anything, and that counts what it allowed. */
  private static final class Host implements HostServices {
    final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
    final Set<JsonNode> allowed = ConcurrentHashMap.newKeySet();
    private final long seed;

    Host(long seed) {
      this.seed = seed;
    }

    private Random chance(ApprovalRequest request, int salt) {
      return new Random(seed * 31 + request.raw().hashCode() * 7L + salt);
    }

    ApprovalPolicy policy() {
      return request ->
          switch (chance(request, 1).nextInt(6)) {
            case 0 -> allow(request, ApprovalDecision.allow());
            case 1 -> ApprovalPolicy.Ruling.of(ApprovalDecision.decline(), "no");
            case 2 -> throw new IllegalStateException("policy");
            default -> ApprovalPolicy.Ruling.none();
          };
    }

    private ApprovalPolicy.Ruling allow(ApprovalRequest request, ApprovalDecision decision) {
      allowed.add(request.raw());
      return ApprovalPolicy.Ruling.of(decision, "yes");
    }

    ApprovalHandler handler() {
      return request ->
          switch (chance(request, 2).nextInt(8)) {
            case 0 -> throw new IllegalStateException("handler");
            case 1 -> null;
            case 2 -> CompletableFuture.failedFuture(new IllegalStateException("stage"));
            case 3 -> new CompletableFuture<>();
            case 4 -> CompletableFuture.completedFuture(null);
            case 5 -> CompletableFuture.completedFuture(ApprovalDecision.cancel());
            case 6 -> {
              allowed.add(request.raw());
              yield CompletableFuture.completedFuture(ApprovalDecision.allowAlways());
            }
            default -> {
              allowed.add(request.raw());
              yield CompletableFuture.supplyAsync(ApprovalDecision::allowForSession);
            }
          };
    }

    @Override
    public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
      return CompletableFuture.completedFuture(ToolAnswer.failure("no"));
    }
  }

  /** A request: mostly in shape and of the running turn, sometimes spoilt, sometimes noise. */
  private static ObjectNode request(SchemaSamples samples, Random random, int number) {
    ObjectNode request = samples.request();
    if (request.path("params") instanceof ObjectNode params && random.nextInt(10) > 0) {
      for (String name : List.of("threadId", "conversationId")) {
        if (params.has(name)) {
          params.put(name, FakeAppServer.THREAD);
        }
      }
      if (params.has("turnId")) {
        params.put("turnId", FakeAppServer.TURN);
      }
      params.put("number", number);
    }
    int kind = random.nextInt(10);
    if (kind < 3 && request.path("params") instanceof ObjectNode params) {
      samples.spoil(params);
    } else if (kind == 3) {
      request.set("params", samples.noise(0));
    } else if (kind == 4) {
      request.put("method", "unknown/" + random.nextInt(5));
    }
    request.set(
        "id", random.nextBoolean() ? IntNode.valueOf(number) : TextNode.valueOf("r" + number));
    return request;
  }

  private static boolean accepts(JsonNode reply) {
    JsonNode result = reply.path("result");
    String decision = result.path("decision").toString();
    return decision.contains("accept")
        || decision.contains("approved")
        || decision.contains("applyNetwork")
        || result.path("action").asText().equals("accept")
        || result.path("permissions").size() > 0
        || result.path("answers").size() > 0
        || result.path("success").asBoolean(false);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void each_is_answered_once_or_withdrawn_and_never_accepted_without_a_decision(@ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    Host host = new Host(seed);
    Map<JsonNode, JsonNode> sent = new HashMap<>();
    RecordingListener heard = new RecordingListener();
    try (FakeAppServer server = new FakeAppServer();
        CodexSession session =
            server.open(
                SessionOptions.builder()
                    .policy(host.policy())
                    .approvals(host.handler())
                    .services(host)
                    .audit(host.outcomes::add))) {
      Turn turn = session.startTurn(TurnInput.of("go"), heard);
      server.replyTurn(server.next("turn/start"));
      SchemaSamples samples = shapes.with(random);
      for (int number = 0; number < BATCH; number++) {
        String line = request(samples, random, number).toString();
        // As the client reads it: its numbers are other nodes than those that were made here.
        JsonNode request = WireJson.mapper().readTree(line);
        sent.put(request.get("id"), request);
        server.send(line);
      }
      server.message("m1", "behind it all");
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofSeconds(60))
          .until(() -> heard.events.contains("message") && settled(server, host, sent));
      server.turnCompleted(FakeAppServer.TURN, "completed");
      TurnResult result = turn.result().get(60, TimeUnit.SECONDS);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertEquals("behind it all", result.finalText());
      // What belongs to no turn is answered in its own time.
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertEquals(List.of(), forgotten(server, host, sent)));
      check(server, host, sent);
    }
  }

  /** Whether only approvals are pending whose handler never decides. */
  private static boolean settled(FakeAppServer server, Host host, Map<JsonNode, JsonNode> sent) {
    Map<JsonNode, JsonNode> replies = replies(server, sent);
    return sent.values().stream()
        .filter(request -> !replies.containsKey(request.get("id")))
        .allMatch(
            request ->
                !TOOL_CALL.equals(request.path("method").asText()) && neverDecided(host, request));
  }

  /** Whether, if this becomes an approval at all, nobody decides it. */
  private static boolean neverDecided(Host host, JsonNode request) {
    JsonNode raw = request.path("params");
    long hash = host.seed * 31 + raw.hashCode() * 7L;
    return new Random(hash + 1).nextInt(6) > 2 && new Random(hash + 2).nextInt(8) == 3;
  }

  private static Map<JsonNode, JsonNode> replies(
      FakeAppServer server, Map<JsonNode, JsonNode> sent) {
    Map<JsonNode, JsonNode> replies = new HashMap<>();
    for (JsonNode message : server.received) {
      if (!message.has("method") && sent.containsKey(message.path("id"))) {
        JsonNode before = replies.put(message.get("id"), message);
        assertEquals(null, before, "two answers to one request");
      }
    }
    return replies;
  }

  private static void check(FakeAppServer server, Host host, Map<JsonNode, JsonNode> sent) {
    WITHDRAWN.addAndGet(withdrawn(host).size());
    replies(server, sent)
        .forEach(
            (id, reply) -> {
              assertTrue(reply.has("result") != reply.has("error"), reply + "");
              ACCEPTED.addAndGet(accepts(reply) ? 1 : 0);
              assertTrue(
                  !accepts(reply) || host.allowed.contains(sent.get(id).path("params")),
                  "accepted by nobody: " + sent.get(id) + " with " + reply);
            });
  }

  /** What is neither answered nor withdrawn. */
  private static List<JsonNode> forgotten(
      FakeAppServer server, Host host, Map<JsonNode, JsonNode> sent) {
    Map<JsonNode, JsonNode> replies = replies(server, sent);
    Set<JsonNode> withdrawn = withdrawn(host);
    return sent.values().stream()
        .filter(request -> !replies.containsKey(request.get("id")))
        .filter(request -> !withdrawn.contains(request.path("params")))
        .toList();
  }

  private static Set<JsonNode> withdrawn(Host host) {
    return host.outcomes.stream()
        .filter(outcome -> outcome.decider() == DecisionSource.WITHDRAWN)
        .map(outcome -> outcome.request().raw())
        .collect(Collectors.toSet());
  }
}
