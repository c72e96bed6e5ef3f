package dev.talaria.telemetry;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of spans, each with the attributes that have few values and tell metrics apart. */
enum SpanType {
  TURN(
      "talaria.turn",
      true,
      Attribute.OPERATION,
      Attribute.PROVIDER,
      Attribute.REQUEST_MODEL,
      Attribute.RESPONSE_MODEL,
      Attribute.TURN_ORIGIN,
      Attribute.ERROR_TYPE),
  TOOL(
      "talaria.tool",
      false,
      Attribute.OPERATION,
      Attribute.TOOL_NAME,
      Attribute.TOOL_TYPE,
      Attribute.MCP_SERVER,
      Attribute.ERROR_TYPE),
  APPROVAL(
      "talaria.approval",
      false,
      Attribute.APPROVAL_KIND,
      Attribute.APPROVAL_DECISION,
      Attribute.APPROVAL_DECIDER),
  MODEL_CALL(
      "talaria.llm.call",
      true,
      Attribute.OPERATION,
      Attribute.PROVIDER,
      Attribute.REQUEST_MODEL,
      Attribute.CALL_OPERATION,
      Attribute.ERROR_TYPE);

  /** What Micrometer calls such an observation. */
  final String observation;

  /** Whether another process does the work. */
  final boolean client;

  final Set<Attribute> low;

  SpanType(String observation, boolean client, Attribute first, Attribute... more) {
    this.observation = observation;
    this.client = client;
    this.low = EnumSet.of(first, more);
  }
}
