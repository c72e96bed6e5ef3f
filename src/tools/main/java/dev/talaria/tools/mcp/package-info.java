/**
 * The tools of a host over the Model Context Protocol: on loopback HTTP and over stdio. Needs the
 * MCP SDK.
 */
package dev.talaria.tools.mcp;
