/**
 * Host configuration in, one managed section of Codex's {@code config.toml} out.
 *
 * <p>{@link dev.talaria.migration.Migrator} is the entry; {@link
 * dev.talaria.migration.ScopedServers} does the same for one session, without a file. The package
 * knows files and text and no process: what Codex says comes through {@link
 * dev.talaria.migration.PluginLister} and {@link dev.talaria.migration.ConfigVerifier}.
 */
package dev.talaria.migration;
