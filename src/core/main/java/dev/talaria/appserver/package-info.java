/**
 * A connection to one {@code codex app-server}: handshake, typed requests, and the routing of what
 * the server sends to the thread that it belongs to.
 */
package dev.talaria.appserver;
