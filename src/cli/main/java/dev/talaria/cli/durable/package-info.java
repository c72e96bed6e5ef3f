/** {@code talaria demo --durable}: a run that survives its worker and its engine. */
package dev.talaria.cli.durable;
