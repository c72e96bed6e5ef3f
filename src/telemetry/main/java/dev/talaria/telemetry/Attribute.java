package dev.talaria.telemetry;

/** The names of attributes: first those of the conventions, then our own. */
enum Attribute {
  OPERATION("gen_ai.operation.name"),
  PROVIDER("gen_ai.provider.name"),
  AGENT("gen_ai.agent.name"),
  CONVERSATION("gen_ai.conversation.id"),
  REQUEST_MODEL("gen_ai.request.model"),
  RESPONSE_MODEL("gen_ai.response.model"),
  FINISH_REASONS("gen_ai.response.finish_reasons"),
  INPUT_TOKENS("gen_ai.usage.input_tokens"),
  CACHED_TOKENS("gen_ai.usage.cache_read.input_tokens"),
  OUTPUT_TOKENS("gen_ai.usage.output_tokens"),
  REASONING_TOKENS("gen_ai.usage.reasoning.output_tokens"),
  TOKEN_TYPE("gen_ai.token.type"),
  INPUT_MESSAGES("gen_ai.input.messages"),
  OUTPUT_MESSAGES("gen_ai.output.messages"),
  TOOL_NAME("gen_ai.tool.name"),
  TOOL_TYPE("gen_ai.tool.type"),
  TOOL_CALL_ID("gen_ai.tool.call.id"),
  TOOL_ARGUMENTS("gen_ai.tool.call.arguments"),
  TOOL_RESULT("gen_ai.tool.call.result"),
  ERROR_TYPE("error.type"),
  EXIT_CODE("process.exit.code"),

  ERROR_MESSAGE("talaria.error.message"),
  TURN_ID("talaria.turn.id"),
  TURN_ORIGIN("talaria.turn.origin"),
  AGENT_ROLE("talaria.agent.role"),
  LEFT_OPEN("talaria.tool.left_open"),
  MCP_SERVER("talaria.mcp.server"),
  APPROVAL_KIND("talaria.approval.kind"),
  APPROVAL_DECISION("talaria.approval.decision"),
  APPROVAL_DECIDER("talaria.approval.decider"),
  APPROVAL_REASON("talaria.approval.reason"),
  APPROVAL_WAIT("talaria.approval.wait_time"),
  CALL_OPERATION("talaria.llm.operation"),
  CALL_ATTEMPTS("talaria.llm.attempts"),
  CALL_WAIT("talaria.llm.rate_limit_wait_time"),
  CONNECTION_TYPE("talaria.connection.type"),
  TOKEN_DETAIL("talaria.token.detail"),
  LIMIT_WINDOW("talaria.rate_limit.window");

  final String key;

  Attribute(String key) {
    this.key = key;
  }
}
