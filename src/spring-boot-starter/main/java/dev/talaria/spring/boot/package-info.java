/**
 * Codex in a Spring Boot program: {@link dev.talaria.spring.boot.CodexSessions} opens sessions with
 * what the program's beans and properties say.
 */
package dev.talaria.spring.boot;
