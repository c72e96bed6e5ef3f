/** A session as a page: recordings, rollouts and stored threads in the browser. */
package dev.talaria.viewer;
