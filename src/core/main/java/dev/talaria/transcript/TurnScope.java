package dev.talaria.transcript;

/**
 * The turn that an item belongs to.
 *
 * <p>Immutable. Items without a turn id belong together from one turn's start or end to the next;
 * {@code stretch} tells these stretches apart and is 0 for every item with a turn id.
 */
record TurnScope(String threadId, String turnId, int stretch) {}
