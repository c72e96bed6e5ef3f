/** What a shell runs of a command line, as far as one can know without running it. */
package dev.talaria.approval.shell;
