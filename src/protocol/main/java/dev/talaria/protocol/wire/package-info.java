/**
 * What requests and replies hold on the wire, and how JSON is read and written: for Talaria only.
 */
package dev.talaria.protocol.wire;
