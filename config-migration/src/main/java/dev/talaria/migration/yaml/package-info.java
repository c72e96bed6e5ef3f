/** A host's YAML: the one place that reads it, and the change of a single value in it. */
package dev.talaria.migration.yaml;
