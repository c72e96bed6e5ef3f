package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that a page shows of a thread. Immutable as long as the body is not modified.
 *
 * @param number counts the items of a session in the order in which they began
 * @param kind what it is
 * @param thread the number of its thread
 * @param turn the number of its turn; -1 outside of turns
 * @param start when it began, in milliseconds of the session's clock
 * @param end when it ended
 * @param body what there is to show, by kind
 */
public record ViewItem(
    long number, ViewKind kind, int thread, int turn, long start, long end, ObjectNode body) {}
