package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.CodexProcess;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.Codex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What one Codex does with bare requests. Each probe shows one fact on the real binary.
 *
 * <p>For one thread. A probe waits at most seconds for what never comes.
 */
final class SurveyProbes {

  private static final Duration NEVER = Duration.ofSeconds(2);
  private static final Duration SETTLED = Duration.ofSeconds(4);
  private static final ModelScript ANSWERS =
      ModelScript.builder().repeat().reply(Reply.text("the answer")).build();
  private static final ModelScript HANGS =
      ModelScript.builder()
          .repeat()
          .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
          .build();

  /** The names by which some release has had a profile of its own. */
  static final List<String> PROFILES =
      List.of(":read-only", ":workspace", ":danger-full-access", ":danger-no-sandbox");

  private final Path executable;
  private final Path scratch;
  private final SurveyFacts facts;

  SurveyProbes(Path executable, Path scratch, SurveyFacts facts) {
    this.executable = executable;
    this.scratch = scratch;
    this.facts = facts;
  }

  void run() throws IOException, InterruptedException {
    Path recording;
    try (SurveyLab lab =
        new SurveyLab(
            executable,
            scratch,
            ANSWERS,
            config -> config,
            options -> options.config("thread_unload_delay_secs", "0"))) {
      recording = lab.recording;
      permissions(lab);
      values(lab);
      turns(lab);
      running(lab);
      goals(lab);
      agents(lab);
      errors(lab);
      threads(lab);
      methods(lab);
      commands(lab);
      restarted(lab);
    }
    String wire = Files.readString(recording);
    facts.add("EMITTED_AT", wire.contains("\"emittedAtMs\":"));
    facts.add(
        "FINAL_MESSAGE_IN_TURN",
        wire.lines()
            .anyMatch(
                line ->
                    line.contains("\"turn/completed\"")
                        && line.contains("\"text\":\"the answer\"")));
    starts();
  }

  private void permissions(SurveyLab lab) throws InterruptedException {
    String id = accepted(lab, ":workspace");
    String object = accepted(lab, Map.of("type", "profile", "id", ":workspace"));
    boolean byId = id.equals(":workspace");
    boolean asObject = object.equals(":workspace");
    facts.add("PERMISSIONS_BY_ID", byId);
    facts.add("PERMISSIONS_AS_OBJECT", asObject);
    facts.add("BUILT_IN_PROFILES", byId || asObject);
    List<String> names = new ArrayList<>();
    for (String profile : PROFILES) {
      Object permissions = byId ? profile : Map.of("type", "profile", "id", profile);
      if ((byId || asObject) && accepted(lab, permissions).equals(profile)) {
        names.add(profile);
      }
    }
    facts.add("built-in profiles", names.isEmpty() ? "none" : String.join(" ", names));
    facts.add("FULL_ACCESS_PROFILE_RENAMED", names.contains(":danger-full-access"));
  }

  private static String accepted(SurveyLab lab, Object permissions) {
    JsonNode thread = lab.call("thread/start", Map.of("permissions", permissions));
    return thread.has("refused")
        ? "refused"
        : thread.at("/activePermissionProfile/id").asText("none");
  }

  private void values(SurveyLab lab) throws InterruptedException {
    starts(lab, "ON_FAILURE_APPROVALS", Map.of("approvalPolicy", "on-failure"));
    starts(lab, "ANY_SERVICE_TIER", Map.of("serviceTier", "slow"));
    starts(lab, "SUB_AGENTS_SWITCH", Map.of("config", Map.of("agents.enabled", false)));
    starts(
        lab,
        "SUB_AGENTS_LIMIT",
        Map.of("config", Map.of("features.multi_agent_v2.max_concurrent_threads_per_session", 1)));
    facts.probe(
        "default model",
        () -> {
          for (JsonNode model : lab.call("model/list", Map.of()).path("data")) {
            if (model.path("isDefault").asBoolean()) {
              return model.path("model").asText();
            }
          }
          return "none";
        });
  }

  private void starts(SurveyLab lab, String fact, Map<String, ?> params) {
    facts.add(fact, !lab.call("thread/start", params).has("refused"));
  }

  private void turns(SurveyLab lab) throws InterruptedException {
    facts.probe(
        "turn",
        () -> {
          ServerNotification.TurnCompleted end =
              lab.turn(lab.thread(Map.of()), Map.of("clientUserMessageId", "order-42"));
          facts.add("ITEM_TIMES", completes(lab, item -> item.params().has("completedAtMs")));
          facts.add("PROMPT_KEYS", completes(lab, SurveyProbes::isKeyedPrompt));
          JsonNode tools = lab.model.requests().get(0).body().path("tools");
          facts.add("PLAN_TOOL", tools.findValuesAsText("name").contains("update_plan"));
          return end.status();
        });
    facts.probe(
        "output schema",
        () -> {
          Map<String, Object> schema =
              Map.of("type", "object", "additionalProperties", false, "properties", Map.of());
          lab.turn(lab.thread(Map.of()), Map.of("outputSchema", schema));
          return last(lab).body().at("/text/format/type").asText("none");
        });
    facts.probe(
        "thread/inject_items",
        () -> {
          String thread = lab.thread(Map.of());
          Map<String, Object> part = Map.of("type", "input_text", "text", "walnuts");
          Map<String, Object> item =
              Map.of("type", "message", "role", "user", "content", List.of(part));
          JsonNode reply =
              lab.call("thread/inject_items", Map.of("threadId", thread, "items", List.of(item)));
          lab.turn(thread, Map.of());
          return reply.has("refused")
              ? reply.path("refused").asText()
              : last(lab).json().contains("walnuts");
        });
    facts.probe(
        "ANY_EFFORT",
        () -> !lab.begin(lab.thread(Map.of()), Map.of("effort", "bogus")).has("refused"));
    facts.probe(
        "PERSONALITY_SELECTS_A_STYLE",
        () -> {
          String thread = lab.thread(Map.of("personality", "pragmatic"));
          lab.turn(thread, Map.of());
          lab.turn(thread, Map.of("personality", "friendly"));
          return last(lab).json().contains("<personality_spec>");
        });
    facts.probe(
        "REMOTE_IMAGES",
        () -> {
          String url = "https://example.com/a.png";
          String thread = lab.thread(Map.of());
          JsonNode reply =
              lab.begin(thread, Map.of("input", List.of(Map.of("type", "image", "url", url))));
          if (reply.has("refused")) {
            return "no";
          }
          ended(lab, thread);
          return last(lab).json().contains(url);
        });
  }

  /** The input of a turn. */
  private static List<Map<String, String>> text(String prompt) {
    return List.of(Map.of("type", "text", "text", prompt));
  }

  private static ModelRequest last(SurveyLab lab) {
    List<ModelRequest> requests = lab.model.requests();
    return requests.get(requests.size() - 1);
  }

  private static boolean completes(
      SurveyLab lab, Predicate<ServerNotification.ItemCompleted> wanted) {
    return lab.passed.stream()
        .anyMatch(
            passed -> passed instanceof ServerNotification.ItemCompleted item && wanted.test(item));
  }

  private static boolean isKeyedPrompt(ServerNotification.ItemCompleted completed) {
    return completed.item() instanceof Item.UserMessage
        && completed.params().at("/item/clientId").asText().equals("order-42");
  }

  private void running(SurveyLab lab) throws InterruptedException {
    facts.probe(
        "ANSWERS_EVERY_INTERRUPT",
        () -> {
          Map<String, String> nothing = Map.of("threadId", lab.thread(Map.of()), "turnId", "none");
          try {
            lab.codex.call("turn/interrupt", nothing, JsonNode.class, NEVER);
            return "yes";
          } catch (RpcException refusal) {
            return "yes";
          } catch (RequestTimeoutException silence) {
            return "no";
          }
        });
    facts.probe(
        "SECOND_START_NAMES_RUNNING_TURN",
        () -> {
          String thread = lab.thread(Map.of());
          String turn = writing(lab, thread);
          String second = lab.begin(thread, Map.of()).at("/turn/id").asText();
          end(lab, thread, turn);
          return second.equals(turn);
        });
    facts.probe(
        "CHECKS_INTERRUPTED_TURN",
        () -> {
          String thread = lab.thread(Map.of());
          String turn = writing(lab, thread);
          JsonNode reply =
              lab.call("turn/interrupt", Map.of("threadId", thread, "turnId", "wrong"));
          if (reply.has("refused")) {
            end(lab, thread, turn);
          }
          return reply.has("refused");
        });
    facts.probe(
        "STEER_CUTS_STREAM",
        () -> {
          String thread = lab.thread(Map.of());
          String turn = writing(lab, thread);
          Map<String, Object> steer =
              Map.of("threadId", thread, "expectedTurnId", turn, "input", text("be brief"));
          JsonNode reply = lab.call("turn/steer", steer);
          facts.add("turn/steer", !reply.has("refused"));
          boolean cut = cuts(lab);
          end(lab, thread, turn);
          return cut;
        });
    lab.model.restart(ANSWERS);
  }

  /** Begins a turn of this thread that stays in the middle of its answer, and returns its id. */
  private static String writing(SurveyLab lab, String thread) throws InterruptedException {
    lab.model.restart(HANGS);
    String turn = lab.begin(thread, Map.of()).at("/turn/id").asText();
    lab.await(
            next ->
                next instanceof ServerNotification.AgentMessageDelta
                    && next.threadId().equals(thread),
            SurveyLab.LIMIT)
        .orElseThrow(() -> new IllegalStateException("no delta came"));
    return turn;
  }

  private static boolean cuts(SurveyLab lab) throws InterruptedException {
    try {
      lab.model.awaitRequests(2, NEVER);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static void end(SurveyLab lab, String thread, String turn) throws InterruptedException {
    lab.call("turn/interrupt", Map.of("threadId", thread, "turnId", turn));
    ended(lab, thread);
  }

  private static void ended(SurveyLab lab, String thread) throws InterruptedException {
    lab.await(
        next -> next instanceof ServerNotification.TurnCompleted && next.threadId().equals(thread),
        SurveyLab.LIMIT);
  }

  private void goals(SurveyLab lab) throws InterruptedException {
    facts.probe("goals by default", () -> goal(lab, Map.of()));
    facts.probe(
        "goals when off", () -> goal(lab, Map.of("config", Map.of("features.goals", false))));
  }

  private static boolean goal(SurveyLab lab, Map<String, ?> params) {
    String thread = lab.thread(params);
    JsonNode reply =
        lab.call(
            "thread/goal/set", Map.of("threadId", thread, "objective", "x", "status", "paused"));
    lab.call("thread/goal/clear", Map.of("threadId", thread));
    return !reply.has("refused");
  }

  /** Which keys of a thread keep the tools for sub-agents from the default model. */
  private void agents(SurveyLab lab) throws InterruptedException {
    String model = facts.found().get("default model");
    for (String of : List.of("gpt-5.5", model)) {
      String name = "sub-agents of " + (of.equals(model) ? "the default model" : of) + ": ";
      facts.probe(name + "on by default", () -> spawns(lab, of, Map.of()));
      facts.probe(
          name + "on without features.multi_agent",
          () -> spawns(lab, of, Map.of("features.multi_agent", false)));
      facts.probe(
          name + "on without features.multi_agent and multi_agent_v2",
          () ->
              spawns(
                  lab,
                  of,
                  Map.of("features.multi_agent", false, "features.multi_agent_v2", false)));
      facts.probe(
          name + "on without features.multi_agent and agents.enabled",
          () -> spawns(lab, of, Map.of("features.multi_agent", false, "agents.enabled", false)));
    }
    facts.probe(
        "CODE_MODE",
        () -> {
          lab.turn(lab.thread(Map.of("model", model)), Map.of());
          for (JsonNode tool : last(lab).body().path("tools")) {
            if (tool.path("type").asText().equals("custom")
                && tool.path("name").asText().equals("exec")) {
              return "yes";
            }
          }
          return last(lab).json().contains("tools: { exec_command(");
        });
  }

  private static Object spawns(SurveyLab lab, String model, Map<String, ?> config)
      throws InterruptedException {
    JsonNode thread = lab.call("thread/start", Map.of("model", model, "config", config));
    if (thread.has("refused")) {
      return "refused";
    }
    lab.turn(thread.at("/thread/id").asText(), Map.of());
    return offers(last(lab).body(), "spawn_agent");
  }

  /** Whether a request declares a tool, in either of the two places for that. */
  static boolean offers(JsonNode request, String tool) {
    boolean here = request.path("tools").toString().contains(tool);
    for (JsonNode item : request.path("input")) {
      here |= item.path("tools").toString().contains(tool);
    }
    return here;
  }

  private void errors(SurveyLab lab) throws InterruptedException {
    facts.probe(
        "RETRIES_RATE_LIMIT",
        () -> {
          lab.model.restart(
              ModelScript.builder()
                  .reply(Reply.apiError(429, "rate_limit_exceeded", "x").header("Retry-After", "1"))
                  .text("then")
                  .build());
          Map<String, Object> config = Map.of("model_providers.scripted.stream_max_retries", 1);
          return lab.turn(lab.thread(Map.of("config", config)), Map.of())
              .status()
              .equals("completed");
        });
    facts.probe(
        "RETRIES_REFUSED_CONNECTION",
        () -> {
          Map<String, Object> config =
              Map.of("model_providers.scripted.base_url", "http://127.0.0.1:9/v1");
          String thread = lab.thread(Map.of("config", config));
          String turn = lab.begin(thread, Map.of()).at("/turn/id").asText();
          ServerNotification first =
              lab.await(
                      next ->
                          next instanceof ServerNotification.ErrorRaised
                              || next instanceof ServerNotification.TurnCompleted,
                      SurveyLab.LIMIT)
                  .orElseThrow();
          boolean again =
              first instanceof ServerNotification.ErrorRaised error && error.willRetry();
          if (again) {
            end(lab, thread, turn);
          }
          return again;
        });
    lab.model.restart(ANSWERS);
  }

  private void threads(SurveyLab lab) throws InterruptedException {
    facts.probe(
        "SEARCHES_NAMES_AND_TEXTS",
        () -> {
          String thread = lab.thread(Map.of());
          lab.turn(thread, Map.of("input", text("of walnuts")));
          lab.call("thread/name/set", Map.of("threadId", thread, "name", "Peanuts"));
          boolean both = true;
          for (String term : List.of("Peanut", "walnuts")) {
            both &=
                lab.call("thread/list", Map.of("searchTerm", term))
                    .path("data")
                    .toString()
                    .contains(thread);
          }
          return both;
        });
    facts.probe(
        "thread/fork",
        () -> {
          String thread = lab.thread(Map.of());
          lab.turn(thread, Map.of());
          JsonNode fork = lab.call("thread/fork", Map.of("threadId", thread));
          return !fork.at("/thread/id").asText().isEmpty();
        });
    facts.probe(
        "UNLOADS_AT_ONCE",
        () -> {
          String thread = lab.thread(Map.of());
          lab.turn(thread, Map.of());
          lab.call("thread/unsubscribe", Map.of("threadId", thread));
          lab.await(
              next ->
                  next instanceof ServerNotification.Unknown other
                      && other.method().equals("thread/closed")
                      && next.threadId().equals(thread),
              NEVER);
          return !lab.call("thread/loaded/list", Map.of()).path("data").toString().contains(thread);
        });
  }

  /** Methods that came one by one: they are there when they answer, not when they are listed. */
  private void methods(SurveyLab lab) throws InterruptedException {
    String thread = lab.thread(Map.of());
    Map<String, String> of = Map.of("threadId", thread);
    lab.turn(thread, Map.of());
    String second = lab.turn(thread, Map.of()).turnId();
    Map<String, String> before = Map.of("threadId", thread, "beforeTurnId", second);
    answers(lab, "PERMISSION_PROFILE_LIST", "permissionProfile/list", Map.of());
    answers(lab, "BACKGROUND_TERMINAL_LIST", "thread/backgroundTerminals/list", of);
    answers(lab, "THREAD_SEARCH", "thread/search", Map.of("searchTerm", "go", "limit", 5));
    answers(
        lab, "THREAD_SETTINGS", "thread/settings/update", Map.of("threadId", thread, "model", "x"));
    answers(lab, "PROMPT_QUEUE", "thread/queue/list", of);
    JsonNode items = lab.call("thread/items/list", Map.of("threadId", thread, "limit", 5));
    facts.add("THREAD_ITEMS", items.at("/data/0/turnId").isTextual());
    if (facts.found().get("FORK_OPTIONS").equals("yes")) {
      // A field that is not in the schema is ignored.
      answers(lab, "FORK_OPTIONS", "thread/fork", before);
    }
    answers(lab, "THREAD_REVERT", "thread/revert", before);
    String spare = lab.thread(Map.of());
    lab.turn(spare, Map.of());
    answers(lab, "THREAD_DELETE", "thread/delete", Map.of("threadId", spare));
  }

  private void answers(SurveyLab lab, String fact, String method, Map<String, ?> params) {
    facts.add(fact, !lab.call(method, params).has("refused"));
  }

  /** What the next process knows of a thread: newer versions let one at a time write it. */
  private void restarted(SurveyLab lab) throws InterruptedException {
    facts.probe(
        "RESUME_RESTORES_SETTINGS",
        () -> {
          lab.model.restart(ANSWERS);
          String thread = lab.thread(Map.of("sandbox", "danger-full-access"));
          lab.turn(thread, Map.of());
          lab.codex.close();
          try (Codex again = lab.launch()) {
            JsonNode resumed = SurveyLab.call(again, "thread/resume", Map.of("threadId", thread));
            facts.add("thread/resume", resumed.path("refused").asText("yes"));
            return resumed.at("/sandbox/type").asText().equals("dangerFullAccess");
          }
        });
  }

  private void commands(SurveyLab lab) throws InterruptedException, IOException {
    try (ScratchFolder plain = ScratchFolder.create("talaria-survey-");
        ScratchFolder git = ScratchFolder.create("talaria-survey-")) {
      Files.createDirectories(git.path().resolve(".git/objects"));
      Files.createDirectories(git.path().resolve(".git/refs/heads"));
      Files.writeString(git.path().resolve(".git/HEAD"), "ref: refs/heads/main\n");
      lab.thread(writable(git.path()));
      lab.model.restart(
          ModelScript.builder()
              .reply(OutputItem.call("exec_command", Map.of("cmd", "true")))
              .text("done")
              .build());
      lab.turn(lab.thread(writable(plain.path())), Map.of());
      String config = Files.readString(lab.home.configFile());
      facts.add("TRUSTS_WRITABLE_WORKSPACES", config.contains("\"" + plain.path() + "\""));
      facts.add("trusts a writable Git working tree", config.contains("\"" + git.path() + "\""));
      facts.add("LEAVES_CODEX_FILE", Files.isRegularFile(plain.path().resolve(".codex")));
    }
  }

  private static Map<String, String> writable(Path directory) {
    return Map.of(
        "cwd", directory.toString(), "sandbox", "workspace-write", "approvalPolicy", "never");
  }

  private SurveyLab lab(UnaryOperator<ScratchCodexHome.Builder> config) throws IOException {
    return new SurveyLab(executable, scratch, ANSWERS, config, options -> options);
  }

  /** What is seen of the process only. */
  private void starts() throws InterruptedException {
    facts.probe("FETCHES_PLUGINS_AT_START", this::fetchesPlugin);
    facts.probe(
        "GOALS",
        () -> {
          try (SurveyLab lab = lab(config -> config.feature("goals", true))) {
            return goal(lab, Map.of());
          }
        });
    facts.probe(
        "UNTRUSTED_IN_CONFIG",
        () -> {
          try (SurveyLab lab = lab(config -> config.rootKey("approval_policy", "untrusted"))) {
            return !lab.codex.version().toString().isEmpty();
          } catch (TalariaException e) {
            return "no";
          }
        });
    facts.probe(
        "CLEAN_EXIT_ON_SIGTERM",
        () -> {
          Path home = Files.createDirectories(scratch.resolve("sigterm"));
          CodexOptions options =
              CodexOptions.builder()
                  .executable(executable)
                  .codexHome(home)
                  .environment("HOME", home.toString())
                  .build();
          try (CodexProcess process =
              CodexProcess.start(CodexExecutable.locate(options), options)) {
            process
                .stdin()
                .write(
                    ("{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":"
                            + "\"survey\",\"version\":\"1\"}}}\n")
                        .getBytes(StandardCharsets.UTF_8));
            process.stdin().flush();
            process.stdout().read();
            ProcessHandle.of(process.pid()).orElseThrow().destroy();
            return process.exit().get(10, TimeUnit.SECONDS) == 0;
          }
        });
  }

  /** A plugin of a marketplace on the disk is switched on and was never installed. */
  private boolean fetchesPlugin() throws IOException, InterruptedException {
    try (ScratchFolder shelf = ScratchFolder.create("talaria-survey-")) {
      Path manifest = shelf.path().resolve("plugins/hello/.codex-plugin/plugin.json");
      Path catalog = shelf.path().resolve(".agents/plugins/marketplace.json");
      Files.createDirectories(manifest.getParent());
      Files.createDirectories(catalog.getParent());
      Files.writeString(
          manifest, "{\"name\":\"hello\",\"version\":\"1.0.0\",\"description\":\"none\"}");
      Files.writeString(
          catalog,
          """
          {"name":"shelf","plugins":[{"name":"hello",
           "source":{"source":"local","path":"./plugins/hello"},"category":"Productivity",
           "policy":{"installation":"AVAILABLE","authentication":"ON_INSTALL"}}]}
          """);
      String tables =
          "[marketplaces.shelf]\nsource_type = \"local\"\nsource = \"%s\"\n".formatted(shelf.path())
              + "[plugins.\"hello@shelf\"]\nenabled = true\n";
      String nowhere = "http://127.0.0.1:9";
      try (SurveyLab lab =
          new SurveyLab(
              executable,
              scratch,
              ANSWERS,
              config -> config.feature("plugins", true).table(tables),
              options ->
                  options
                      .environment(Map.of("HTTPS_PROXY", nowhere, "HTTP_PROXY", nowhere))
                      .environment("https_proxy", nowhere)
                      .environment("NO_PROXY", ""))) {
        long end = System.nanoTime() + SETTLED.toNanos();
        String list;
        do {
          list = lab.call("plugin/list", Map.of()).toString();
          lab.await(next -> false, Duration.ofMillis(200));
        } while (!list.contains("\"installed\":true") && System.nanoTime() < end);
        return list.contains("\"installed\":true");
      }
    }
  }
}
