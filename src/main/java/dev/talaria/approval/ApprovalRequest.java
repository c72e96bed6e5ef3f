package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.PatchChange;
import java.util.List;
import java.util.Objects;

/**
 * A question of Codex that a person or a policy has to answer.
 *
 * <p>Immutable. Texts that Codex did not send are empty strings. Texts come from the model and from
 * the outside: clean them before they reach a terminal.
 */
public sealed interface ApprovalRequest {

  /** The thread that asks. */
  String threadId();

  /** The turn that asks. */
  String turnId();

  /** Why, in the words of the model or the MCP server; empty when none were given. */
  String reason();

  /** The params as Codex sent them. */
  JsonNode raw();

  /**
   * May this command run? ({@code item/commandExecution/requestApproval})
   *
   * @param itemId the command's item
   * @param command the command line as the shell gets it
   * @param cwd where it would run; the session's directory when Codex did not say
   * @param proposedPrefix the words that "always" would allow at the start of a command from now
   *     on; empty when Codex proposes none
   */
  record Command(
      String threadId,
      String turnId,
      String itemId,
      String command,
      String cwd,
      String reason,
      List<String> proposedPrefix,
      JsonNode raw)
      implements ApprovalRequest {
    public Command {
      proposedPrefix = List.copyOf(proposedPrefix);
      Objects.requireNonNull(raw, "raw");
    }
  }

  /**
   * May these files be changed? ({@code item/fileChange/requestApproval})
   *
   * @param itemId the change's item
   * @param changes the files with their diffs, from the item; empty when the item was never seen
   * @param grantRoot the folder that would be writable for the rest of the session; empty when
   *     Codex asks for none
   */
  record FileChange(
      String threadId,
      String turnId,
      String itemId,
      List<PatchChange> changes,
      String reason,
      String grantRoot,
      JsonNode raw)
      implements ApprovalRequest {
    public FileChange {
      changes = List.copyOf(changes);
      Objects.requireNonNull(raw, "raw");
    }
  }

  /**
   * May the agent have more permissions? ({@code item/permissions/requestApproval})
   *
   * @param itemId the tool call that asks
   * @param cwd the working directory that relative permissions mean
   * @param permissions what is asked, as {@code {"network":…,"fileSystem":…}}
   */
  record Permissions(
      String threadId,
      String turnId,
      String itemId,
      String cwd,
      String reason,
      JsonNode permissions,
      JsonNode raw)
      implements ApprovalRequest {
    public Permissions {
      Objects.requireNonNull(permissions, "permissions");
      Objects.requireNonNull(raw, "raw");
    }
  }

  /**
   * May this MCP tool run? ({@code mcpServer/elicitation/request} with {@code _meta.
   * codex_approval_kind = "mcp_tool_call"}; Codex 0.139 and later)
   *
   * @param server the MCP server
   * @param tool the tool's name; empty before 0.169.0, where only {@code reason} names it
   * @param arguments the tool's arguments
   */
  record McpTool(
      String threadId,
      String turnId,
      String server,
      String tool,
      JsonNode arguments,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    public McpTool {
      Objects.requireNonNull(arguments, "arguments");
      Objects.requireNonNull(raw, "raw");
    }
  }

  /**
   * An MCP server's own question to the user. ({@code mcpServer/elicitation/request})
   *
   * @param server the MCP server
   * @param mode {@code form}, {@code url} or a later version's value
   * @param schema the form's JSON Schema; a missing node when there is none
   * @param url what the user is to open; empty unless the mode is {@code url}
   */
  record Elicitation(
      String threadId,
      String turnId,
      String server,
      String mode,
      JsonNode schema,
      String url,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    public Elicitation {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(raw, "raw");
    }
  }
}
