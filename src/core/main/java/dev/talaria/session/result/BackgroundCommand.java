package dev.talaria.session.result;

import java.time.Instant;

/**
 * A command that continued when its turn ended: the model did not wait for it (after ten seconds,
 * or its {@code yield_time_ms}), or the turn was interrupted. Immutable.
 *
 * <p>Source: an item {@code commandExecution} with {@code item/started} and no {@code
 * item/completed}; 0.125.0, 0.130.0 and 0.169.0 send the latter when the command has ended, whether
 * by itself or by {@code thread/backgroundTerminals/clean}.
 *
 * @param threadId the thread whose turn started it
 * @param turnId the turn that started it
 * @param itemId its item, unique within the turn
 * @param command the command line as Codex reports it, such as {@code /bin/bash -lc 'make all'}; it
 *     may hold secrets
 * @param cwd where it runs; empty when Codex did not say
 * @param since when its item began; an approval that it needed came after that
 */
public record BackgroundCommand(
    String threadId, String turnId, String itemId, String command, String cwd, Instant since) {}
