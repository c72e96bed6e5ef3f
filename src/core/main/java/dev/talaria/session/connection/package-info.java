/**
 * The connections that the sessions of a {@link dev.talaria.session.Codex} or a {@link
 * dev.talaria.session.CodexPool} share. Uses {@code request}.
 */
package dev.talaria.session.connection;
