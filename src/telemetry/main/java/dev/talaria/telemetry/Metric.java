package dev.talaria.telemetry;

import java.util.List;

/** The metrics: name, unit, what they are, and the attributes that they may have. */
enum Metric {
  TOKEN_USAGE(
      "gen_ai.client.token.usage",
      "{token}",
      "Number of input and output tokens used.",
      Buckets.TOKENS,
      Attribute.OPERATION,
      Attribute.PROVIDER,
      Attribute.REQUEST_MODEL,
      Attribute.RESPONSE_MODEL,
      Attribute.TOKEN_TYPE),
  OPERATION_DURATION(
      "gen_ai.client.operation.duration",
      "s",
      "GenAI operation duration.",
      Buckets.SECONDS,
      Attribute.OPERATION,
      Attribute.PROVIDER,
      Attribute.REQUEST_MODEL,
      Attribute.RESPONSE_MODEL,
      Attribute.ERROR_TYPE),
  TOOL_DURATION(
      "gen_ai.execute_tool.duration",
      "s",
      "The duration of a single tool execution.",
      Buckets.SECONDS,
      Attribute.AGENT,
      Attribute.TOOL_NAME,
      Attribute.TOOL_TYPE,
      Attribute.ERROR_TYPE),
  TOKEN_DETAILS(
      "talaria.token.details",
      "{token}",
      "The cached part of the input tokens and the reasoning part of the output tokens.",
      Buckets.NONE,
      Attribute.REQUEST_MODEL,
      Attribute.TOKEN_DETAIL),
  APPROVALS(
      "talaria.approvals",
      "{approval}",
      "Approvals that have ended.",
      Buckets.NONE,
      Attribute.APPROVAL_KIND,
      Attribute.APPROVAL_DECISION,
      Attribute.APPROVAL_DECIDER),
  APPROVAL_WAIT(
      "talaria.approval.wait",
      "s",
      "How long Codex waited for a decision.",
      Buckets.WAITS,
      Attribute.APPROVAL_KIND,
      Attribute.APPROVAL_DECIDER),
  TURNS_OPEN("talaria.turns.open", "{turn}", "Turns that run."),
  SESSIONS_OPEN("talaria.sessions.open", "{session}", "Sessions that are open."),
  CONNECTIONS_OPEN(
      "talaria.connections.open",
      "{connection}",
      "Connections to Codex: children of this program, and servers that it is attached to.",
      Buckets.GAUGE,
      Attribute.CONNECTION_TYPE),
  RESTARTS(
      "talaria.connection.restarts",
      "{restart}",
      "Connections that took the place of a lost or retired one.",
      Buckets.NONE,
      Attribute.CONNECTION_TYPE),
  RECONNECTS(
      "talaria.connection.reconnects",
      "{reconnect}",
      "Attached connections that were lost and came back.",
      Buckets.NONE,
      Attribute.CONNECTION_TYPE),
  PENDING_EVENTS(
      "talaria.session.pending_events",
      "{event}",
      "Events that wait for the listeners of all open sessions."),
  RATE_LIMIT_USED(
      "talaria.rate_limit.used",
      "{limit}",
      "The used part of the account's limit, from 0 to 1; nothing while it is not known.",
      Buckets.GAUGE,
      Attribute.LIMIT_WINDOW);

  private static final class Buckets {
    static final List<Double> TOKENS =
        List.of(
            1., 4., 16., 64., 256., 1024., 4096., 16384., 65536., 262144., 1048576., 4194304.,
            16777216., 67108864.);
    static final List<Double> SECONDS =
        List.of(.01, .02, .04, .08, .16, .32, .64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

    /** A person may take days. */
    static final List<Double> WAITS = List.of(.01, .1, 1., 10., 60., 600., 3600., 28800., 86400.);

    static final List<Double> NONE = List.of();
    static final List<Double> GAUGE = List.of(-1.);
  }

  final String key;

  /** In UCUM. */
  final String unit;

  final String description;
  final List<Attribute> attributes;
  private final List<Double> buckets;

  Metric(String key, String unit, String description) {
    this(key, unit, description, Buckets.GAUGE);
  }

  Metric(
      String key, String unit, String description, List<Double> buckets, Attribute... attributes) {
    this.key = key;
    this.unit = unit;
    this.description = description;
    this.buckets = buckets;
    this.attributes = List.of(attributes);
  }

  boolean isGauge() {
    return buckets == Buckets.GAUGE;
  }

  boolean isCounter() {
    return buckets.isEmpty();
  }

  /** The upper bounds of a histogram's buckets. */
  List<Double> buckets() {
    return buckets;
  }
}
