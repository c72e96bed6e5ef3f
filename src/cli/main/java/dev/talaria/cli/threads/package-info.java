/** {@code talaria threads}: the threads that Codex keeps. */
package dev.talaria.cli.threads;
