package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.talaria.protocol.SandboxMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
 * @param sandbox the sandbox of commands
 * @param permissions a permission profile instead of {@code sandbox}
 * @param config overrides of {@code config.toml} for this thread
 * @param fields further fields by their names
 */
public record ThreadResumeParams(
    String threadId,
    boolean excludeTurns,
    String cwd,
    String model,
    SandboxMode sandbox,
    ProfileSelection permissions,
    Map<String, Object> config,
    Map<String, Object> fields) {

  /** Fields of a start alone: Codex would ignore them in silence. */
  private static final Set<String> OF_START = Set.of("environments", "ephemeral", "serviceName");

  @Override
  @JsonAnyGetter
  public Map<String, Object> fields() {
    return fields;
  }

  /** The fields without a component of their own that have an option. */
  public static Set<String> others() {
    Set<String> others = new TreeSet<>(ThreadStartParams.OTHERS);
    others.removeAll(OF_START);
    return others;
  }

  /** Resumes a thread, without its turns, under the settings that it would be started with. */
  public static ThreadResumeParams of(String threadId, ThreadStartParams settings) {
    Map<String, Object> fields = new LinkedHashMap<>(settings.fields());
    fields.keySet().removeAll(OF_START);
    return new ThreadResumeParams(
        threadId,
        true,
        settings.cwd(),
        settings.model(),
        settings.sandbox(),
        settings.permissions(),
        settings.config(),
        fields);
  }
}
