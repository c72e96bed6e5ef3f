/**
 * Durable runs on Temporal: {@link dev.talaria.temporal.TemporalRuns} starts and decides, {@link
 * dev.talaria.temporal.TemporalWorker} works.
 *
 * <p>The workflow keeps a {@link dev.talaria.durable.RunState} and has no effects; its activities
 * are the steps of {@link dev.talaria.durable.TurnSteps}, on the task queue of the home that has
 * the thread.
 */
package dev.talaria.temporal;
