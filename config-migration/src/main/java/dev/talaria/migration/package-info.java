/**
 * Host configuration in, one managed block of Codex' {@code config.toml} out.
 *
 * <p>This package knows files and text and no process. It is empty but for its name until the
 * migration is built.
 */
package dev.talaria.migration;
