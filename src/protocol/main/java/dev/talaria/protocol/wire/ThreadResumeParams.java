package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.talaria.protocol.ApprovalsReviewer;
import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.SandboxMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@code thread/resume} sends. A {@code null} component is not sent.
 *
 * <p>0.125.0 and 0.130.0 restore neither sandbox nor approval policy nor service tier, so the
 * thread's settings are sent again. Developer instructions and the host's tools are remembered: new
 * instructions would be ignored, and tools are not a parameter.
 *
 * @param threadId the thread
 * @param excludeTurns whether the reply leaves the turns out
 * @param cwd the working directory
 * @param model a model id
 * @param modelProvider the id of a provider in Codex's configuration
 * @param sandbox the sandbox of commands
 * @param permissions a permission profile instead of {@code sandbox}
 * @param approvalPolicy when Codex asks
 * @param approvalsReviewer whom Codex asks
 * @param serviceTier such as {@code fast} or {@code flex}
 * @param baseInstructions replace Codex's own instructions to the model
 * @param config overrides of {@code config.toml} for this thread
 * @param fields further fields by their names
 */
public record ThreadResumeParams(
    String threadId,
    boolean excludeTurns,
    String cwd,
    String model,
    String modelProvider,
    SandboxMode sandbox,
    ProfileSelection permissions,
    AskForApproval approvalPolicy,
    ApprovalsReviewer approvalsReviewer,
    String serviceTier,
    String baseInstructions,
    Map<String, Object> config,
    Map<String, Object> fields) {

  /** The fields without a component of their own that have an option. */
  public static final Set<String> OTHERS = Set.of("personality", "runtimeWorkspaceRoots");

  @Override
  @JsonAnyGetter
  public Map<String, Object> fields() {
    return fields;
  }

  /** Resumes a thread, without its turns, under the settings that it would be started with. */
  public static ThreadResumeParams of(String threadId, ThreadStartParams settings) {
    Map<String, Object> fields = new LinkedHashMap<>(settings.fields());
    // Those of a start alone: Codex would ignore them in silence.
    fields
        .keySet()
        .removeIf(name -> ThreadStartParams.OTHERS.contains(name) && !OTHERS.contains(name));
    return new ThreadResumeParams(
        threadId,
        true,
        settings.cwd(),
        settings.model(),
        settings.modelProvider(),
        settings.sandbox(),
        settings.permissions(),
        settings.approvalPolicy(),
        settings.approvalsReviewer(),
        settings.serviceTier(),
        settings.baseInstructions(),
        settings.config(),
        fields);
  }
}
