/**
 * A thread of Codex on one connection: its turns, its requests, its sub-agents, and how it is let
 * go. Uses {@code turn} and {@code request}.
 */
package dev.talaria.session.thread;
