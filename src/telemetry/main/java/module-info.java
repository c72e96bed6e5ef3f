/** Spans and metrics of what a program does with Codex, for OpenTelemetry and Micrometer. */
module dev.talaria.telemetry {
  requires transitive dev.talaria;
  requires io.opentelemetry.context;
  requires transitive io.opentelemetry.api;
  requires static micrometer.commons;
  requires static transitive micrometer.core;
  requires static transitive micrometer.observation;

  exports dev.talaria.telemetry;
}
