/** {@code talaria bench sessions}: what many sessions at a time cost. */
package dev.talaria.bench.sessions;
