/**
 * Runs that survive their workers: a list of prompts on one thread, in steps that a durable engine
 * tries again as often as it needs to.
 *
 * <p>{@link dev.talaria.durable.RunState} says what is to be done next and has no effects, {@link
 * dev.talaria.durable.TurnSteps} does it. What is kept between steps is ids and small values: the
 * thread and its transcript stay with Codex.
 */
package dev.talaria.durable;
