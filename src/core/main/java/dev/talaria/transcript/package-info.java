/**
 * The chat transcript of what Codex does: events in, role-tagged messages out. Pure, without any
 * I/O.
 */
package dev.talaria.transcript;
