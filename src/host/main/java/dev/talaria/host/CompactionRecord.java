package dev.talaria.host;

/**
 * Says that Codex has shortened what its thread remembers. Immutable.
 *
 * @param threadId the Codex thread, the same as before
 * @param turnId the turn in which it happened
 * @param number which time in this conversation, from 1
 */
public record CompactionRecord(String threadId, String turnId, int number) {}
