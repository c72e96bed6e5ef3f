/** {@code talaria protocol}: what differs between versions of Codex in what Talaria uses. */
package dev.talaria.cli.protocol;
