package dev.talaria.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.protocol.NetworkRule;
import dev.talaria.protocol.NetworkTarget;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions of Codex, for tests. */
public final class Questions {

  private static final JsonNode NONE = MissingNode.getInstance();

  private Questions() {}

  public static JsonNode json(String text) {
    try {
      return WireJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static RequestOrigin origin(String method) {
    return new RequestOrigin(method, "t", "", "u", "i");
  }

  /** May {@code line} run? */
  public static ApprovalRequest.Command command(String line, String... proposedPrefix) {
    return command(CommandKind.RUN, line, List.of(proposedPrefix), Set.of());
  }

  /** May {@code line} run, asked by a sub-agent of this name? */
  public static ApprovalRequest.Command ofSubAgent(String agent, String line) {
    ApprovalRequest.Command own = command(line);
    return new ApprovalRequest.Command(
        new RequestOrigin(own.origin().method(), "kid", "t", agent, "u", "i"),
        own.what(),
        own.command(),
        own.cwd(),
        own.actions(),
        own.network(),
        own.additionalPermissions(),
        List.of(),
        List.of(),
        Set.of(),
        "",
        own.raw());
  }

  public static ApprovalRequest.Command command(
      CommandKind what, String line, List<String> proposedPrefix, Set<String> offered) {
    return new ApprovalRequest.Command(
        origin("item/commandExecution/requestApproval"),
        what,
        line,
        "/ws",
        List.of(),
        Optional.empty(),
        NONE,
        proposedPrefix,
        List.of(),
        offered,
        "because",
        json("{}"));
  }

  /** May a command reach {@code host}? */
  public static ApprovalRequest.Command network(String host, NetworkRule... proposed) {
    return new ApprovalRequest.Command(
        origin("item/commandExecution/requestApproval"),
        CommandKind.RUN,
        "",
        "/ws",
        List.of(),
        Optional.of(new NetworkTarget(host, "https")),
        NONE,
        List.of(),
        List.of(proposed),
        Set.of(),
        "because",
        json("{}"));
  }

  /** May these files be changed? Each is {@code "kind path"}. */
  public static ApprovalRequest.FileChange patch(String grantRoot, String... files) {
    List<PatchChange> changes = new ArrayList<>();
    for (String file : files) {
      String[] parts = file.split(" ", 2);
      changes.add(
          new PatchChange(
              json(
                  "{\"path\":\"%s\",\"kind\":{\"type\":\"%s\"},\"diff\":\"@@ -1 +1 @@\\n-a\\n+b\\n\"}"
                      .formatted(parts[1], parts[0]))));
    }
    return new ApprovalRequest.FileChange(
        origin("item/fileChange/requestApproval"), changes, grantRoot, "because", json("{}"));
  }

  public static ApprovalRequest.Permissions permissions(String profile) {
    return new ApprovalRequest.Permissions(
        origin("item/permissions/requestApproval"), "/ws", json(profile), "because", json("{}"));
  }

  public static ApprovalRequest.McpTool tool(
      String server, String tool, boolean readOnly, String... remembers) {
    return new ApprovalRequest.McpTool(
        origin("mcpServer/elicitation/request"),
        server,
        tool,
        "does something",
        json("{\"text\":\"hi\"}"),
        readOnly,
        Set.of(remembers),
        "Allow it?",
        json("{}"));
  }

  public static ApprovalRequest.Elicitation elicitation(String server, String mode, String schema) {
    return new ApprovalRequest.Elicitation(
        origin("mcpServer/elicitation/request"),
        server,
        mode,
        schema.isEmpty() ? NONE : json(schema),
        mode.equals("url") ? "https://example.com/" : "",
        "Who are you?",
        json("{}"));
  }

  public static ApprovalRequest.UserInput userInput(ApprovalRequest.Question... questions) {
    return new ApprovalRequest.UserInput(
        origin("item/tool/requestUserInput"), List.of(questions), json("{}"));
  }

  public static ApprovalRequest.Command legacyCommand(String line) {
    ApprovalRequest.Command now = command(line);
    return new ApprovalRequest.Command(
        origin("execCommandApproval"),
        now.what(),
        line,
        now.cwd(),
        List.of(),
        Optional.empty(),
        NONE,
        List.of(),
        List.of(),
        Set.of(),
        "because",
        json("{}"));
  }

  public static ApprovalRequest.FileChange legacyPatch() {
    return new ApprovalRequest.FileChange(
        origin("applyPatchApproval"), List.of(), "", "because", json("{}"));
  }
}
