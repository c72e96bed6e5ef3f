/**
 * What a command does with a host's YAML file, and {@code talaria tools-mcp}, which serves its
 * tools.
 */
package dev.talaria.cli.host;
