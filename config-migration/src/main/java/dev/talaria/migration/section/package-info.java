/** The managed section of one host: what is in it, where it stands, and how it comes and goes. */
package dev.talaria.migration.section;
