/** {@code talaria doctor}: what is looked at, and how it is. */
package dev.talaria.cli.doctor;
