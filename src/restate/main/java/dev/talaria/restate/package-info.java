/**
 * Durable runs on the engine Restate: the steps of {@link dev.talaria.durable} as a workflow, keyed
 * by the run's key.
 *
 * <p>{@link dev.talaria.restate.RestateWorker} does the steps, {@link
 * dev.talaria.restate.RestateRuns} starts runs, decides and asks for results. What the engine keeps
 * is ids and small values; the thread and its transcript stay with Codex, and are streamed from
 * there.
 */
package dev.talaria.restate;
