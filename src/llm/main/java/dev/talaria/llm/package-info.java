/**
 * Language-model calls on the user's own Codex: text, validated objects, and loops with tools of
 * the host.
 *
 * <p>{@link dev.talaria.llm.LlmRuntime} is the port that a host programs against.
 */
package dev.talaria.llm;
