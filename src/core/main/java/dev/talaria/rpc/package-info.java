/** How a request to Codex fails: it is refused, not answered in time, or the connection ends. */
package dev.talaria.rpc;
