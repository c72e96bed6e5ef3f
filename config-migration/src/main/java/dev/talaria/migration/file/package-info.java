/** Files that are replaced all or not at all, and the lock over them. */
package dev.talaria.migration.file;
