package dev.talaria.session.result;

import dev.talaria.session.CodexSession;
import dev.talaria.session.SubAgent;

/**
 * Who started a turn, as far as Codex's messages tell.
 *
 * <p>Codex does not name it. Source, measured with 0.169.0: a prompt's first item is its user
 * message, with the key that it was sent with; a goal's turn has no such item; a review and a
 * command of the user's begin with items of their own; a prompt of the queue begins right after
 * {@code thread/queue/changed}.
 */
public enum TurnOrigin {
  /** This session's own caller, with {@link CodexSession#startTurn}. */
  HOST,
  /** The thread's goal: Codex continues by itself. */
  GOAL,
  /** A review of changes. */
  REVIEW,
  /** A command of the user's, which the model did not ask for. */
  SHELL,
  /** The thread's queue of prompts. */
  QUEUE,
  /** Codex shortens what the thread remembers. */
  COMPACTION,
  /** Another agent of the same tree: the turn is a {@link SubAgent}'s. */
  AGENT,
  /** A prompt that this session did not send. */
  OTHER_CLIENT,
  /** Nothing tells it, or nothing has yet. */
  UNKNOWN
}
