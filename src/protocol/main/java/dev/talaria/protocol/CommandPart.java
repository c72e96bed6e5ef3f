package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonAlias;

/**
 * What one part of a command line does, as far as Codex understood it. A component is {@code null}
 * when the server leaves it out.
 *
 * @param type {@code read}, {@code listFiles}, {@code search} or {@code unknown}
 * @param command the part's own text
 * @param name the file that is read
 * @param path where it reads, lists or searches
 * @param query what is searched for
 */
public record CommandPart(
    String type, @JsonAlias("cmd") String command, String name, String path, String query) {}
