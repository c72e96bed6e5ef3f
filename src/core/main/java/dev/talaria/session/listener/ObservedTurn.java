package dev.talaria.session.listener;

import dev.talaria.session.result.TurnOrigin;

/**
 * A turn that an observer is about to be notified of. Immutable.
 *
 * @param threadId the Codex thread; empty for one that has none yet
 * @param model the model that it is asked of; empty when it is not known
 * @param origin who starts it, as far as it is known
 */
public record ObservedTurn(String threadId, String model, TurnOrigin origin) {}
