package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.protocol.CommandPart;
import dev.talaria.protocol.NetworkRule;
import dev.talaria.protocol.NetworkTarget;
import dev.talaria.protocol.PatchChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request from Codex that a policy or a person has to decide.
 *
 * <p>Immutable. Texts that Codex did not send are empty strings. Texts come from the model and from
 * the outside and are complete: {@link ApprovalText} makes them safe to show. {@code toString} has
 * the {@linkplain ApprovalText#headline headline} only, masked as logs are, which hides more than
 * {@link ApprovalText} does.
 */
public sealed interface ApprovalRequest extends HostRequest {

  /** {@return where the request comes from} */
  RequestOrigin origin();

  /**
   * {@return the reason, in the words of the model or the MCP server; empty when none was given}
   */
  String reason();

  /** {@return the thread that asks} */
  default String threadId() {
    return origin().threadId();
  }

  /** {@return the turn that asks; empty when the request belongs to no turn} */
  default String turnId() {
    return origin().turnId();
  }

  /** {@return what sort of request it is} */
  ApprovalKind kind();

  private static String forLogs(ApprovalRequest request) {
    String headline = Redaction.redact(ApprovalText.headline(request));
    return request.getClass().getSimpleName() + "[" + headline + "]";
  }

  /** What a {@link Command} request is about. */
  enum CommandKind {
    /** A command is to be run. */
    RUN,
    /** Text is to be typed into a terminal that is open (0.169.0). */
    TYPE,
    /** A command that needs a fresh decision of a person, for this once only (0.169.0). */
    RUN_ONCE,
    /** Something of a later Codex. */
    OTHER
  }

  /**
   * May this command run? ({@code item/commandExecution/requestApproval}; before the v2 protocol
   * {@code execCommandApproval})
   *
   * @param origin where the request comes from
   * @param what whether it is run or typed into
   * @param command the command line as the shell gets it
   * @param cwd where it would run; the session's directory when Codex did not say
   * @param actions what the command line does, as far as Codex understood it
   * @param network the host that it wants to reach, if that is what is asked
   * @param additionalPermissions what it is to have beyond the sandbox, as {@code
   *     {"network":…,"fileSystem":…}}; a missing node for nothing
   * @param proposedPrefix the words that "always" would allow at the start of a command from now
   *     on; empty when Codex proposes none
   * @param proposedRules the rules about hosts that "always" could add
   * @param offered the names of the decisions that Codex offers, such as {@code accept}; empty when
   *     it did not say
   * @param reason why, in the words of the model or the MCP server; empty for none
   * @param raw the params as Codex sent them
   */
  record Command(
      RequestOrigin origin,
      CommandKind what,
      String command,
      String cwd,
      List<CommandPart> actions,
      Optional<NetworkTarget> network,
      JsonNode additionalPermissions,
      List<String> proposedPrefix,
      List<NetworkRule> proposedRules,
      Set<String> offered,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    /**
     * For the tests of a handler or a policy; Talaria makes those of a session.
     *
     * @param origin not null
     * @param what what happens to the command line
     * @param command the command line
     * @param cwd a path; empty when unknown
     * @param actions copied
     * @param network not null; with it the request is about the network
     * @param additionalPermissions not null
     * @param proposedPrefix copied
     * @param proposedRules copied
     * @param offered copied
     * @param reason empty for none
     * @param raw not null
     */
    public Command {
      Objects.requireNonNull(origin, "origin");
      actions = List.copyOf(actions);
      proposedPrefix = List.copyOf(proposedPrefix);
      proposedRules = List.copyOf(proposedRules);
      offered = Set.copyOf(offered);
      Objects.requireNonNull(network, "network");
      Objects.requireNonNull(additionalPermissions, "additionalPermissions");
      Objects.requireNonNull(raw, "raw");
    }

    @Override
    public ApprovalKind kind() {
      return network.isPresent() ? ApprovalKind.NETWORK : ApprovalKind.COMMAND;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * May these files be changed? ({@code item/fileChange/requestApproval}; before the v2 protocol
   * {@code applyPatchApproval})
   *
   * @param origin where the request comes from
   * @param changes the files with their diffs, from the item; empty when the item was never seen
   * @param grantRoot the folder that would be writable for the rest of the session; empty when
   *     Codex asks for none
   * @param reason why, in the words of the model or the MCP server; empty for none
   * @param raw the params as Codex sent them
   */
  record FileChange(
      RequestOrigin origin,
      List<PatchChange> changes,
      String grantRoot,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    /**
     * For the tests of a handler or a policy; Talaria makes those of a session.
     *
     * @param origin not null
     * @param changes copied
     * @param grantRoot empty for none
     * @param reason empty for none
     * @param raw not null
     */
    public FileChange {
      Objects.requireNonNull(origin, "origin");
      changes = List.copyOf(changes);
      Objects.requireNonNull(raw, "raw");
    }

    @Override
    public ApprovalKind kind() {
      return ApprovalKind.FILE_CHANGE;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * May the agent have more permissions? ({@code item/permissions/requestApproval})
   *
   * @param origin where the request comes from
   * @param cwd the working directory that relative permissions mean
   * @param permissions what is asked, as {@code {"network":…,"fileSystem":…}}; {@link
   *     RequestedPermissions} reads it
   * @param reason why, in the words of the model or the MCP server; empty for none
   * @param raw the params as Codex sent them
   */
  record Permissions(
      RequestOrigin origin, String cwd, JsonNode permissions, String reason, JsonNode raw)
      implements ApprovalRequest {
    @Override
    public ApprovalKind kind() {
      return ApprovalKind.PERMISSIONS;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * May this MCP tool run? ({@code mcpServer/elicitation/request} with {@code _meta.
   * codex_approval_kind = "mcp_tool_call"}; Codex 0.139 and later)
   *
   * @param origin where the request comes from
   * @param server the MCP server
   * @param tool the tool's name; before 0.169.0 that of the server's only call in progress, else
   *     empty, and only {@code reason} names it
   * @param description what the server says that the tool does
   * @param arguments the tool's arguments
   * @param readOnly whether the server says that the tool changes nothing; a hint, not a promise
   * @param remembers how long Codex can remember a yes: {@code session}, {@code always}
   * @param reason why, in the words of the model or the MCP server; empty for none
   * @param raw the params as Codex sent them
   */
  record McpTool(
      RequestOrigin origin,
      String server,
      String tool,
      String description,
      JsonNode arguments,
      boolean readOnly,
      Set<String> remembers,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    /**
     * For the tests of a handler or a policy; Talaria makes those of a session.
     *
     * @param origin not null
     * @param server the server's name in Codex's configuration
     * @param tool empty for an unknown one
     * @param description empty for none
     * @param arguments not null
     * @param readOnly what the server says
     * @param remembers copied
     * @param reason empty for none
     * @param raw not null
     */
    public McpTool {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(arguments, "arguments");
      remembers = Set.copyOf(remembers);
      Objects.requireNonNull(raw, "raw");
    }

    @Override
    public ApprovalKind kind() {
      return ApprovalKind.MCP_TOOL;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * An MCP server's own question to the user. ({@code mcpServer/elicitation/request})
   *
   * @param origin where the request comes from
   * @param server the MCP server
   * @param mode {@code form}, {@code url} or a later version's value
   * @param schema the form's JSON Schema; a missing node when there is none
   * @param url what the user is to open; empty unless the mode is {@code url}
   * @param reason the server's question
   * @param raw the params as Codex sent them
   */
  record Elicitation(
      RequestOrigin origin,
      String server,
      String mode,
      JsonNode schema,
      String url,
      String reason,
      JsonNode raw)
      implements ApprovalRequest {
    @Override
    public ApprovalKind kind() {
      return ApprovalKind.ELICITATION;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * Questions of the agent to the user. ({@code item/tool/requestUserInput}, experimental) The
   * answer is {@link ApprovalDecision#answers}; any other says that there is none.
   *
   * @param origin where the request comes from
   * @param questions what is asked, in order
   * @param raw the params as Codex sent them
   */
  record UserInput(RequestOrigin origin, List<Question> questions, JsonNode raw)
      implements ApprovalRequest {
    /**
     * For the tests of a handler or a policy; Talaria makes those of a session.
     *
     * @param origin not null
     * @param questions copied
     * @param raw not null
     */
    public UserInput {
      Objects.requireNonNull(origin, "origin");
      questions = List.copyOf(questions);
      Objects.requireNonNull(raw, "raw");
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public ApprovalKind kind() {
      return ApprovalKind.USER_INPUT;
    }

    @Override
    public String toString() {
      return forLogs(this);
    }
  }

  /**
   * One question of a {@link UserInput}.
   *
   * @param id the key of its answer
   * @param header a title of a word or two
   * @param text the question itself
   * @param options the answers offered; empty for free text
   * @param freeText whether another answer than those offered is welcome
   * @param secret whether the answer must not be shown
   */
  record Question(
      String id,
      String header,
      String text,
      List<Option> options,
      boolean freeText,
      boolean secret) {
    /**
     * For the tests of a handler; Talaria makes those of a session.
     *
     * @param id the key of its answer
     * @param header empty for none
     * @param text what is asked
     * @param options copied
     * @param freeText true also where {@code options} is empty
     * @param secret false for an answer that may be shown
     */
    public Question {
      options = List.copyOf(options);
    }
  }

  /**
   * An answer that is offered for a {@link Question}.
   *
   * @param label the answer itself, as it goes into {@link ApprovalDecision#answers}
   * @param description what it means; may be empty
   */
  record Option(String label, String description) {}
}
