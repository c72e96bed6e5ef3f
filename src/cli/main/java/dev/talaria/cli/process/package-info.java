/**
 * What the command line is as a process: its exit codes, its signals, how it starts itself again.
 */
package dev.talaria.cli.process;
