/** A Codex that listens, and outlives the program that started it. */
package dev.talaria.server;
