/** A host's servers as Codex's: keys, references to variables, and secrets. */
package dev.talaria.migration.translate;
