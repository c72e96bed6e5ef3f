/**
 * One turn from its start to its end: its state, its limits, its record, its result. Uses {@code\n
 * * request} and the types of {@code session} that users see.
 */
package dev.talaria.session.turn;
