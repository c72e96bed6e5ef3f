/** {@code talaria chat}: a session at the keyboard. */
package dev.talaria.cli.chat;
