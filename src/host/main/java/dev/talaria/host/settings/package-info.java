/** Reads the section {@code approvals} of a host's configuration. */
package dev.talaria.host.settings;
