/** {@code talaria bench turn}: what a turn, its deltas and its approvals cost. */
package dev.talaria.bench.turn;
