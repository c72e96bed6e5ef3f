/** How messages reach the other side of a connection: lines over two streams, or a WebSocket. */
package dev.talaria.rpc.transport;
