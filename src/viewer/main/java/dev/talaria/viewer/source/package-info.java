/** Where a session is read from: a recording, a rollout, a stored thread. */
package dev.talaria.viewer.source;
