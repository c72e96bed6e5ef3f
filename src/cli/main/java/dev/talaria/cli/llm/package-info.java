/** {@code talaria llm}: model calls by hand. */
package dev.talaria.cli.llm;
