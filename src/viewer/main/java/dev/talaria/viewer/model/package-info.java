/** What a page shows of a session: threads, turns and items as they begin and end. */
package dev.talaria.viewer.model;
