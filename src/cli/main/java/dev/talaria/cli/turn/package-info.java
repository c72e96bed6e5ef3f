/** A turn of a command, as a person watches it and as {@code --json} prints it. */
package dev.talaria.cli.turn;
