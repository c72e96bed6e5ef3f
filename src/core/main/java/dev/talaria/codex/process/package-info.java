/** The processes of Codex: how one is found, started, watched and ended. */
package dev.talaria.codex.process;
