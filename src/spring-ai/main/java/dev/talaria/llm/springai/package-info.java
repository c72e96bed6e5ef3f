/**
 * Codex as a chat model of Spring AI. Needs {@code spring-ai-model} on the class path; nothing else
 * of Talaria does.
 */
package dev.talaria.llm.springai;
