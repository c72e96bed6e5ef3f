// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EXPERIMENTAL - start a thread-scoped realtime session. */
@Experimental
public final class ThreadRealtimeStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param outputModality {@code outputModality}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadRealtimeStartParams of(RealtimeOutputModality outputModality, String threadId) {
    return new ThreadRealtimeStartParams(Wire.object("outputModality", outputModality, "threadId", threadId));
  }

  /**
   * Relays public reasoning summaries as quiet context for realtime V3 delegations. Defaults to
   * false.
   *
   * @return {@code backendReasoningStatus}; empty when absent or null
   */
  public Optional<Boolean> backendReasoningStatus() {
    return Wire.optional(json(), "backendReasoningStatus", Wire::flag);
  }

  /**
   * Sets {@code backendReasoningStatus}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams backendReasoningStatus(boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "backendReasoningStatus", value));
  }

  /**
   * Leaves Codex response handoffs to the client's explicit append calls instead of forwarding
   * them automatically. Defaults to false.
   *
   * @return {@code clientManagedHandoffs}; empty when absent or null
   */
  public Optional<Boolean> clientManagedHandoffs() {
    return Wire.optional(json(), "clientManagedHandoffs", Wire::flag);
  }

  /**
   * Sets {@code clientManagedHandoffs}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams clientManagedHandoffs(Boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "clientManagedHandoffs", value));
  }

  /**
   * Overrides BEM channel prefixes by `analysis`, `commentary`, or `final`. Omitted channels
   * retain their default uppercase bracketed prefixes.
   *
   * @return {@code codexResponseHandoffChannelPrefixes}; empty also when absent or null
   */
  public Map<String, List<String>> codexResponseHandoffChannelPrefixes() {
    return Wire.map(json(), "codexResponseHandoffChannelPrefixes", node -> Wire.list(node, Wire::text));
  }

  /**
   * Sets {@code codexResponseHandoffChannelPrefixes}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams codexResponseHandoffChannelPrefixes(Map<String, List<String>> value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "codexResponseHandoffChannelPrefixes", value));
  }

  /**
   * Selects how automatic Codex responses are routed in Frameless Bidi sessions. Omitted values
   * default to `thinking`. Realtime V1 and V2 ignore this setting.
   *
   * @return {@code codexResponseHandoffMode}; empty when absent or null
   */
  public Optional<CodexResponseHandoffMode> codexResponseHandoffMode() {
    return Wire.optional(json(), "codexResponseHandoffMode", CodexResponseHandoffMode::read);
  }

  /**
   * Sets {@code codexResponseHandoffMode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams codexResponseHandoffMode(CodexResponseHandoffMode value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "codexResponseHandoffMode", value));
  }

  /**
   * Optional prefix added to automatic Codex response items when `codexResponsesAsItems` is
   * true.
   *
   * @return {@code codexResponseItemPrefix}; empty when absent or null
   */
  public Optional<String> codexResponseItemPrefix() {
    return Wire.optionalText(json(), "codexResponseItemPrefix");
  }

  /**
   * Sets {@code codexResponseItemPrefix}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams codexResponseItemPrefix(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "codexResponseItemPrefix", value));
  }

  /**
   * Sends automatic Codex responses as realtime conversation items instead of handoff appends.
   *
   * @return {@code codexResponsesAsItems}; empty when absent or null
   */
  public Optional<Boolean> codexResponsesAsItems() {
    return Wire.optional(json(), "codexResponsesAsItems", Wire::flag);
  }

  /**
   * Sets {@code codexResponsesAsItems}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams codexResponsesAsItems(Boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "codexResponsesAsItems", value));
  }

  /**
   * Controls whether a realtime V3 delegation produces an acknowledgement filler. Omitted values
   * preserve the Realtime API's default behavior.
   *
   * @return {@code delegationAckFiller}; empty when absent or null
   */
  public Optional<Boolean> delegationAckFiller() {
    return Wire.optional(json(), "delegationAckFiller", Wire::flag);
  }

  /**
   * Sets {@code delegationAckFiller}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams delegationAckFiller(Boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "delegationAckFiller", value));
  }

  /**
   * Routes any transcript tail remaining at session end through Codex. Defaults to false.
   *
   * @return {@code flushTranscriptTailOnSessionEnd}; empty when absent or null
   */
  public Optional<Boolean> flushTranscriptTailOnSessionEnd() {
    return Wire.optional(json(), "flushTranscriptTailOnSessionEnd", Wire::flag);
  }

  /**
   * Sets {@code flushTranscriptTailOnSessionEnd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams flushTranscriptTailOnSessionEnd(Boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "flushTranscriptTailOnSessionEnd", value));
  }

  /**
   * Set to false to start without Codex's startup context. Omitted or null includes it.
   *
   * @return {@code includeStartupContext}; empty when absent or null
   */
  public Optional<Boolean> includeStartupContext() {
    return Wire.optional(json(), "includeStartupContext", Wire::flag);
  }

  /**
   * Sets {@code includeStartupContext}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams includeStartupContext(Boolean value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "includeStartupContext", value));
  }

  /**
   * Adds complete role-bearing text items to the initial Frameless Bidi session history. This is
   * only supported by realtime V3 and is sent during session startup. Requests are limited to
   * 128 items and 8,192 estimated text tokens in total.
   *
   * @return {@code initialItems}; empty also when absent or null
   */
  public List<ThreadRealtimeInitialItem> initialItems() {
    return Wire.list(json(), "initialItems", ThreadRealtimeInitialItem::new);
  }

  /**
   * Sets {@code initialItems}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams initialItems(List<ThreadRealtimeInitialItem> value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "initialItems", value));
  }

  /**
   * Overrides the configured realtime model for this session only.
   *
   * @return {@code model}; empty when absent or null
   */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /**
   * Sets {@code model}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams model(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "model", value));
  }

  /**
   * Selects text or audio output for the realtime session. Transport and voice stay independent
   * so clients can choose how they connect separately from what the model emits.
   *
   * @return {@code outputModality}
   */
  public RealtimeOutputModality outputModality() {
    return Wire.required(json(), "outputModality", RealtimeOutputModality::read);
  }

  /** {@return {@code prompt}; empty when absent or null} */
  public Optional<String> prompt() {
    return Wire.optionalText(json(), "prompt");
  }

  /**
   * Sets {@code prompt}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams prompt(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "prompt", value));
  }

  /**
   * Developer instructions given to the backing Codex model when this realtime session ends.
   *
   * @return {@code realtimeEndInstructions}; empty when absent or null
   */
  public Optional<String> realtimeEndInstructions() {
    return Wire.optionalText(json(), "realtimeEndInstructions");
  }

  /**
   * Sets {@code realtimeEndInstructions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams realtimeEndInstructions(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "realtimeEndInstructions", value));
  }

  /** {@return {@code realtimeSessionId}; empty when absent or null} */
  public Optional<String> realtimeSessionId() {
    return Wire.optionalText(json(), "realtimeSessionId");
  }

  /**
   * Sets {@code realtimeSessionId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams realtimeSessionId(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "realtimeSessionId", value));
  }

  /**
   * Developer instructions given to the backing Codex model when this realtime session starts.
   *
   * @return {@code realtimeStartInstructions}; empty when absent or null
   */
  public Optional<String> realtimeStartInstructions() {
    return Wire.optionalText(json(), "realtimeStartInstructions");
  }

  /**
   * Sets {@code realtimeStartInstructions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams realtimeStartInstructions(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "realtimeStartInstructions", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code transport}; empty when absent or null} */
  public Optional<ThreadRealtimeStartTransport> transport() {
    return Wire.optional(json(), "transport", ThreadRealtimeStartTransport::read);
  }

  /**
   * Sets {@code transport}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams transport(ThreadRealtimeStartTransport value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "transport", value));
  }

  /**
   * Overrides the configured realtime protocol version for this session only.
   *
   * @return {@code version}; empty when absent or null
   */
  public Optional<RealtimeConversationVersion> version() {
    return Wire.optional(json(), "version", RealtimeConversationVersion::read);
  }

  /**
   * Sets {@code version}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams version(RealtimeConversationVersion value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "version", value));
  }

  /** {@return {@code voice}; empty when absent or null} */
  public Optional<RealtimeVoice> voice() {
    return Wire.optional(json(), "voice", RealtimeVoice::read);
  }

  /**
   * Sets {@code voice}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams voice(RealtimeVoice value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "voice", value));
  }

  /**
   * Client-generated identifier for the product voice session. This is distinct from
   * `realtimeSessionId`.
   *
   * @return {@code voiceSessionId}; empty when absent or null
   */
  public Optional<String> voiceSessionId() {
    return Wire.optionalText(json(), "voiceSessionId");
  }

  /**
   * Sets {@code voiceSessionId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeStartParams voiceSessionId(String value) {
    return new ThreadRealtimeStartParams(Wire.with(json(), "voiceSessionId", value));
  }
}
