package dev.talaria.cli.chat;

import dev.talaria.session.CodexSession;

/**
 * A thread that is open in a chat, with the turns that run on it.
 *
 * @param session open
 * @param turns its listener
 */
record ChatThread(CodexSession session, OpenTurns turns) {}
