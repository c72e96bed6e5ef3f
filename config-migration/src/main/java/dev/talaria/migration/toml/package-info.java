/** TOML as text: statements with their places, values, and the judgement whether it is valid. */
package dev.talaria.migration.toml;
