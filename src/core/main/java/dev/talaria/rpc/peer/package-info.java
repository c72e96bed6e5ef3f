/** A JSON-RPC peer over a transport: correlation, ordering and dispatch. */
package dev.talaria.rpc.peer;
