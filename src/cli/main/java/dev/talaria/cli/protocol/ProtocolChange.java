package dev.talaria.cli.protocol;

import dev.talaria.cli.protocol.ProtocolSchema.Kind;

/**
 * One difference between two versions in something that Talaria uses. Immutable.
 *
 * @param kind what has changed
 * @param name its wire name
 * @param what what is different
 * @param affected whether Talaria has to be changed for it
 * @param why the reason, in one phrase
 */
record ProtocolChange(Kind kind, String name, String what, boolean affected, String why) {}
