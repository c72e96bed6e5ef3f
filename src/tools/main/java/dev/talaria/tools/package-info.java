/**
 * Tools of the host that Codex's model may call, over one registry: as dynamic tools of a thread,
 * by MCP on loopback HTTP in the host's own JVM, and by MCP over stdio in a process of its own
 * ({@code talaria tools-mcp}).
 *
 * <p>The first two run in the host with its context; the third sees only what it is handed. Both
 * servers are in {@link dev.talaria.tools.mcp}; nothing here needs the MCP SDK.
 */
package dev.talaria.tools;
