/** How fast recordings are read. */
package dev.talaria.bench.recording;
