package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.SandboxMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code thread/start} sends. A {@code null} component is not sent, so Codex's own
 * configuration decides.
 *
 * @param cwd the working directory; Codex accepts one that does not exist, so check before
 * @param model a model id
 * @param sandbox the sandbox of commands
 * @param permissions a permission profile instead of {@code sandbox}; Codex refuses both together
 * @param developerInstructions reach the model as a developer message
 * @param dynamicTools the tools of the host that the model may call
 * @param config overrides of {@code config.toml} for this thread, nested or with dotted keys
 * @param fields further fields by their names, such as those of {@link #OTHERS}
 */
public record ThreadStartParams(
    String cwd,
    String model,
    SandboxMode sandbox,
    ProfileSelection permissions,
    String developerInstructions,
    List<DynamicTool> dynamicTools,
    Map<String, Object> config,
    Map<String, Object> fields) {

  /** The fields without a component of their own that have an option. */
  public static final Set<String> OTHERS =
      Set.of(
          "approvalPolicy",
          "approvalsReviewer",
          "baseInstructions",
          "environments",
          "ephemeral",
          "modelProvider",
          "personality",
          "runtimeWorkspaceRoots",
          "serviceName",
          "serviceTier");

  @Override
  @JsonAnyGetter
  public Map<String, Object> fields() {
    return fields;
  }

  /** The same thread in this sandbox. */
  public ThreadStartParams withSandbox(SandboxMode mode) {
    return copy(model, mode, null, developerInstructions);
  }

  /** The same thread under this permission profile. */
  public ThreadStartParams withPermissions(ProfileSelection profile) {
    return copy(model, null, profile, developerInstructions);
  }

  /** The same thread with other instructions of the host. */
  public ThreadStartParams withDeveloperInstructions(String text) {
    return copy(model, sandbox, permissions, text);
  }

  /** The same thread on another model. */
  public ThreadStartParams withModel(String id) {
    return copy(id, sandbox, permissions, developerInstructions);
  }

  private ThreadStartParams copy(
      String itsModel, SandboxMode mode, ProfileSelection profile, String instructions) {
    return new ThreadStartParams(
        cwd, itsModel, mode, profile, instructions, dynamicTools, config, fields);
  }
}
