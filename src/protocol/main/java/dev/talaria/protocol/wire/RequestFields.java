package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.v2.ThreadResumeParams;
import dev.talaria.protocol.v2.ThreadStartParams;
import java.util.Set;
import java.util.TreeSet;

/** The fields that options of Talaria set, by request. */
public final class RequestFields {

  /** Those of {@code thread/start}. */
  public static final Set<String> THREAD_START =
      Set.of(
          "approvalPolicy",
          "approvalsReviewer",
          "baseInstructions",
          "config",
          "cwd",
          "developerInstructions",
          "dynamicTools",
          "environments",
          "ephemeral",
          "model",
          "modelProvider",
          "permissions",
          "personality",
          "runtimeWorkspaceRoots",
          "sandbox",
          "serviceName",
          "serviceTier");

  /** Those of {@code turn/start}. */
  public static final Set<String> TURN_START =
      Set.of(
          "additionalContext",
          "approvalPolicy",
          "approvalsReviewer",
          "clientUserMessageId",
          "collaborationMode",
          "cwd",
          "effort",
          "environments",
          "input",
          "model",
          "outputSchema",
          "permissions",
          "personality",
          "runtimeWorkspaceRoots",
          "sandboxPolicy",
          "serviceTier",
          "serviceTierForTurn",
          "summary",
          "threadId");

  /**
   * What Codex would ignore without a message when it resumes a thread, or remembers: new
   * instructions would be ignored, and tools are not a parameter.
   */
  private static final Set<String> START_ONLY =
      Set.of("developerInstructions", "dynamicTools", "environments", "ephemeral", "serviceName");

  private RequestFields() {}

  /** Those of {@code thread/resume}. */
  public static Set<String> threadResume() {
    Set<String> fields = new TreeSet<>(THREAD_START);
    fields.removeAll(START_ONLY);
    fields.addAll(Set.of("threadId", "excludeTurns"));
    return fields;
  }

  /**
   * Resumes a thread, without its turns, under the settings that it would be started with: 0.125.0
   * and 0.130.0 restore neither sandbox nor approval policy nor service tier.
   */
  public static ThreadResumeParams resume(String threadId, ThreadStartParams settings) {
    ObjectNode params = settings.json().deepCopy();
    params.remove(START_ONLY);
    return new ThreadResumeParams(params.put("threadId", threadId).put("excludeTurns", true));
  }
}
