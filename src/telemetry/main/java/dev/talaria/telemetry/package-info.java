/**
 * Spans and metrics of turns, tools, approvals and model calls, by OpenTelemetry's conventions for
 * generative AI.
 *
 * <p>{@link dev.talaria.telemetry.OpenTelemetryObserver} gives them to OpenTelemetry, {@link
 * dev.talaria.telemetry.MicrometerObserver} to Micrometer. The names are those of <a
 * href="https://github.com/open-telemetry/semantic-conventions-genai">semantic-conventions-genai</a>
 * at commit {@code 004902b8cb70aa5ae6ca4ae07132b7daabcd3e10}, whose status is Development; what it
 * has no name for begins with {@code talaria.}.
 */
package dev.talaria.telemetry;
