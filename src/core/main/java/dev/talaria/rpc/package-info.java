/**
 * A JSON-RPC peer over two byte streams: framing, correlation, ordering and dispatch. It knows no
 * Codex.
 */
package dev.talaria.rpc;
