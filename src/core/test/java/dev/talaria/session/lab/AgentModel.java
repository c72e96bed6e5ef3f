package dev.talaria.session.lab;

import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that begins a sub-agent, and is the sub-agent's, too. It answers by what a request has
 * seen, so that it does not matter which of the two asks first.
 *
 * <p>The parent's prompt is {@link #PROMPT}. It waits for the sub-agent, or says at once that it
 * has left it at work; the sub-agent makes its calls one by one and says that it is done.
 */
public final class AgentModel {

  public static final String PROMPT = "delegate it";

  /** A model that Codex gives the newer tools, with agents that have paths and may be nested. */
  public static final String WITH_PATHS = "gpt-6-astra";

  /** What Codex calls the session's own agent; the paths of all others begin with it. */
  public static final String TREE = "/root";

  private final boolean paths;
  private final boolean waits;
  private final boolean nests;
  private final List<OutputItem> calls;

  private AgentModel(boolean paths, boolean waits, boolean nests, OutputItem... calls) {
    this.paths = paths;
    this.waits = waits;
    this.nests = nests;
    this.calls = List.of(calls);
  }

  /** The parent waits for its sub-agent, which makes these calls. */
  public static ModelScript waiting(OutputItem... calls) {
    return new AgentModel(false, true, false, calls).script();
  }

  /** The parent ends its turn while its sub-agent is at work. */
  public static ModelScript leaving(OutputItem... calls) {
    return new AgentModel(false, false, false, calls).script();
  }

  /** For {@link #WITH_PATHS}: the sub-agent begins one of its own, which makes these calls. */
  public static ModelScript nested(OutputItem... calls) {
    return new AgentModel(true, true, true, calls).script();
  }

  /** A home where agents can be begun. */
  public static ScratchCodexHome.Builder enabled(ScratchCodexHome.Builder config) {
    return isBehindSearch() ? config.feature("multi_agent", true) : config;
  }

  public static ScratchCodexHome.Builder enabledWithPaths(ScratchCodexHome.Builder config) {
    return config.model(WITH_PATHS);
  }

  private static boolean isBehindSearch() {
    return MeasuredFact.MCP_TOOLS_BEHIND_SEARCH.isIn(CodexLab.version());
  }

  public static OutputItem exec(String command, Object... more) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("cmd", command);
    arguments.put("login", false);
    for (int i = 0; i < more.length; i += 2) {
      arguments.put((String) more[i], more[i + 1]);
    }
    return OutputItem.call("exec_command", arguments);
  }

  private ModelScript script() {
    return ModelScript.builder().repeat().respond(this::answer).build();
  }

  private Reply answer(ModelRequest request) {
    boolean isParent = request.json().contains(PROMPT);
    boolean isChild = !isParent && (!nests || !request.json().contains(TREE + "/kid/grand"));
    if (isParent || isChild && nests || request.outputOf("spawn").isPresent()) {
      return begin(request, isParent ? "kid" : "grand");
    }
    for (int i = 0; i < calls.size(); i++) {
      if (request.outputOf("step" + i).isEmpty()) {
        return Reply.of(withId(calls.get(i), "step" + i));
      }
    }
    return Reply.text("the child is done");
  }

  private static OutputItem withId(OutputItem call, String id) {
    return call instanceof OutputItem.CustomToolCall custom
        ? custom.withCallId(id)
        : ((OutputItem.FunctionCall) call).withCallId(id);
  }

  private Reply begin(ModelRequest request, String name) {
    if (request.outputOf("spawn").isEmpty()) {
      return call(
          "spawn",
          "spawn_agent",
          paths
              ? Map.of("task_name", name, "message", "child work", "fork_turns", "none")
              : Map.of("message", "child work"));
    } else if (!waits) {
      return Reply.text("left at work");
    } else if (request.outputOf("wait").isEmpty()) {
      return call(
          "wait",
          "wait_agent",
          paths
              ? Map.of("timeout_ms", 60_000)
              : Map.of("targets", List.of(agentId(request)), "timeout_ms", 60_000));
    }
    return Reply.text("all is done");
  }

  private Reply call(String id, String tool, Map<String, ?> arguments) {
    OutputItem.FunctionCall call = OutputItem.call(tool, arguments);
    return Reply.of(
        (paths
                ? call.inNamespace("collaboration")
                : isBehindSearch() ? call.inNamespace("multi_agent_v1") : call)
            .withCallId(id));
  }

  private static String agentId(ModelRequest request) {
    Matcher id =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(request.outputOf("spawn").orElse(""));
    return id.find() ? id.group() : "unknown";
  }
}
