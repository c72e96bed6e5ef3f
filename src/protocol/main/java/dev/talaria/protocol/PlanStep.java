package dev.talaria.protocol;

/**
 * One step of the agent's plan ({@code turn/plan/updated}).
 *
 * @param step what is to be done
 * @param status {@code pending}, {@code inProgress}, {@code completed} or a later value
 */
public record PlanStep(String step, String status) {}
