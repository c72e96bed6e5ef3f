package dev.talaria.protocol;

import java.util.List;
import java.util.Map;

/**
 * What {@code thread/start} sends. A {@code null} component is not sent, so Codex' own
 * configuration decides.
 *
 * @param cwd the working directory; Codex accepts one that does not exist, so check before
 * @param model a model id
 * @param modelProvider the id of a provider in Codex' configuration
 * @param sandbox the sandbox of commands
 * @param approvalPolicy when Codex asks
 * @param developerInstructions reach the model as a developer message
 * @param ephemeral whether the thread is kept off the disk
 * @param dynamicTools the tools of the host that the model may call
 * @param config overrides of {@code config.toml} for this thread, nested or with dotted keys
 */
public record ThreadStartParams(
    String cwd,
    String model,
    String modelProvider,
    SandboxMode sandbox,
    AskForApproval approvalPolicy,
    String developerInstructions,
    Boolean ephemeral,
    List<DynamicTool> dynamicTools,
    Map<String, Object> config) {}
