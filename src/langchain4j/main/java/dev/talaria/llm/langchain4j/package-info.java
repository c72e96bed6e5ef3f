/**
 * Codex as a chat model of LangChain4j. Needs {@code langchain4j-core} on the class path; nothing
 * else of Talaria does.
 */
package dev.talaria.llm.langchain4j;
