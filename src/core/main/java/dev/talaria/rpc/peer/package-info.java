/** A JSON-RPC peer over two byte streams: framing, correlation, ordering and dispatch. */
package dev.talaria.rpc.peer;
