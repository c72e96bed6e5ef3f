// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** {@code OtelRequirements} of the protocol. */
public final class OtelRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public OtelRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code environment}; empty when absent or null} */
  public Optional<String> environment() {
    return Wire.optionalText(json(), "environment");
  }

  /** {@return {@code exporter}; empty when absent or null} */
  public Optional<OtelExporter> exporter() {
    return Wire.optional(json(), "exporter", OtelExporter::read);
  }

  /** {@return {@code log_agent_responses}; empty when absent or null} */
  public Optional<Boolean> logAgentResponses() {
    return Wire.optional(json(), "log_agent_responses", Wire::flag);
  }

  /** {@return {@code log_guardian_assessments}; empty when absent or null} */
  public Optional<Boolean> logGuardianAssessments() {
    return Wire.optional(json(), "log_guardian_assessments", Wire::flag);
  }

  /** {@return {@code log_sse_deltas}; empty when absent or null} */
  public Optional<Boolean> logSseDeltas() {
    return Wire.optional(json(), "log_sse_deltas", Wire::flag);
  }

  /** {@return {@code log_user_prompt}; empty when absent or null} */
  public Optional<Boolean> logUserPrompt() {
    return Wire.optional(json(), "log_user_prompt", Wire::flag);
  }

  /** {@return {@code metrics_exporter}; empty when absent or null} */
  public Optional<OtelExporter> metricsExporter() {
    return Wire.optional(json(), "metrics_exporter", OtelExporter::read);
  }

  /** {@return {@code span_attributes}; empty also when absent or null} */
  public Map<String, String> spanAttributes() {
    return Wire.map(json(), "span_attributes", Wire::text);
  }

  /** {@return {@code tool_result}; empty when absent or null} */
  public Optional<OtelToolResultLogConfig> toolResult() {
    return Wire.optional(json(), "tool_result", OtelToolResultLogConfig::new);
  }

  /** {@return {@code trace_exporter}; empty when absent or null} */
  public Optional<OtelExporter> traceExporter() {
    return Wire.optional(json(), "trace_exporter", OtelExporter::read);
  }

  /** {@return {@code tracestate}; empty also when absent or null} */
  public Map<String, Map<String, String>> tracestate() {
    return Wire.map(json(), "tracestate", node -> Wire.map(node, Wire::text));
  }
}
