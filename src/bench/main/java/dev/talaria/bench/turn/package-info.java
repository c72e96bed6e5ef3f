/** What turns, their deltas and their approvals cost. */
package dev.talaria.bench.turn;
