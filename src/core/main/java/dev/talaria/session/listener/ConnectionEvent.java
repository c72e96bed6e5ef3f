package dev.talaria.session.listener;

import dev.talaria.codex.CodexVersion;

/**
 * What happens to a connection to Codex. Immutable.
 *
 * @param kind what happened
 * @param attached whether somebody else runs the server; else it is a process of this program's
 * @param version of the server's Codex
 * @param reason why, for people; empty where nothing failed
 */
public record ConnectionEvent(Kind kind, boolean attached, CodexVersion version, String reason) {

  /** What can happen. */
  public enum Kind {
    /** The first connection is there, or a child of a pool. */
    OPENED,
    /** A connection is there in place of one that was lost or retired. */
    REPLACED,
    /** An attached connection is lost, and is made again. */
    DISCONNECTED,
    /** An attached connection has come back. */
    RECONNECTED,
    /** A connection is lost permanently. */
    LOST,
    /** A connection is closed, a lost one included; the last event that is reported for it. */
    CLOSED
  }
}
