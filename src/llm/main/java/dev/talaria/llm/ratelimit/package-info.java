/** Keeps all calls of a run within the provider's limits. */
package dev.talaria.llm.ratelimit;
