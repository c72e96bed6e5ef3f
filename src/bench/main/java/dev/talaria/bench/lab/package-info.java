/** What benchmarks share: the real Codex on a scripted model, clocks, counters and tables. */
package dev.talaria.bench.lab;
