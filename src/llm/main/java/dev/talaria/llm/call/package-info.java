/**
 * What every call to the model shares: its thread, attempts, pacing, and the reading of its
 * outcome.
 */
package dev.talaria.llm.call;
