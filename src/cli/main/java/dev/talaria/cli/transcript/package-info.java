/** {@code talaria project} and {@code talaria replay}: recordings, rollouts and their messages. */
package dev.talaria.cli.transcript;
