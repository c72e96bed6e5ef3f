/** What bridges and servers of tools share: threads, names, time limits, the check of schemas. */
package dev.talaria.tools.internal;
