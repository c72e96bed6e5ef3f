/**
 * Records for the messages of the app-server that Talaria reads or writes. They hold values and
 * know how to read themselves from any JSON; behaviour lives elsewhere.
 *
 * <p>Every union has an {@code Unknown} that keeps the raw node, so a newer Codex is never fatal.
 * Field names are those of the wire. The authority for each shape is what {@code codex app-server
 * generate-json-schema --experimental} writes.
 */
package dev.talaria.protocol;
