package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.ReasoningSummary;
import dev.talaria.protocol.SandboxPolicy;
import dev.talaria.protocol.UserInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@code turn/start} sends. A {@code null} component is not sent. All but the input, the
 * schema and the key stay for the thread's later turns.
 *
 * @param threadId the thread
 * @param input what the user says; never empty, because 0.125.0 and 0.130.0 never end such a turn
 * @param model a model id
 * @param effort the reasoning effort; 0.169.0 takes any word, before only those that it knows
 * @param summary how the model sums up its reasoning
 * @param serviceTier such as {@code fast} or {@code flex}; 0.125.0 takes only these two
 * @param cwd the working directory; Codex accepts one that does not exist, so check before
 * @param approvalPolicy when Codex asks
 * @param sandboxPolicy the sandbox of commands
 * @param permissions a permission profile instead of {@code sandboxPolicy}; 0.125.0 ignores it
 * @param outputSchema a JSON Schema for the final message; this turn only
 * @param clientUserMessageId what comes back as {@code clientId} of the user's message; before
 *     0.136.0 it is ignored
 * @param fields further fields by their names, such as those of {@link #OTHERS}
 */
public record TurnStartParams(
    String threadId,
    List<UserInput> input,
    String model,
    String effort,
    ReasoningSummary summary,
    String serviceTier,
    String cwd,
    AskForApproval approvalPolicy,
    SandboxPolicy sandboxPolicy,
    ProfileSelection permissions,
    JsonNode outputSchema,
    String clientUserMessageId,
    Map<String, Object> fields) {

  /** The fields without a component of their own that have an option. */
  public static final Set<String> OTHERS =
      Set.of(
          "personality",
          "collaborationMode",
          "additionalContext",
          "environments",
          "runtimeWorkspaceRoots",
          "serviceTierForTurn",
          "approvalsReviewer");

  public TurnStartParams {
    Objects.requireNonNull(threadId, "threadId");
    input = List.copyOf(input);
  }

  @Override
  @JsonAnyGetter
  public Map<String, Object> fields() {
    return fields;
  }

  /** The same turn in this sandbox. */
  public TurnStartParams withSandbox(SandboxPolicy policy) {
    return with(policy, null);
  }

  /** The same turn under this permission profile. */
  public TurnStartParams withPermissions(ProfileSelection profile) {
    return with(null, profile);
  }

  private TurnStartParams with(SandboxPolicy policy, ProfileSelection profile) {
    return new TurnStartParams(
        threadId,
        input,
        model,
        effort,
        summary,
        serviceTier,
        cwd,
        approvalPolicy,
        policy,
        profile,
        outputSchema,
        clientUserMessageId,
        fields);
  }
}
