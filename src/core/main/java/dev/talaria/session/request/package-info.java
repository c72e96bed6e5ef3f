/**
 * The requests of Codex that wait for the host: approvals and services. Uses the types of {@code\n
 * * session} that users see, and nothing of the other packages below it.
 */
package dev.talaria.session.request;
