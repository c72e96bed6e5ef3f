package dev.talaria.protocol.wire;

/**
 * What {@code thread/list} and, without a directory, {@code thread/search} send. A {@code null}
 * component is not sent.
 *
 * @param limit how many threads at most; Codex has a limit of its own, too
 * @param cursor where the page before ended
 * @param cwd only threads of this working directory, as Codex writes it
 * @param searchTerm only threads whose title or first message has this; of {@code thread/search}
 *     any message
 * @param archived true for the archived threads instead of the others
 */
public record ThreadListParams(
    Integer limit, String cursor, String cwd, String searchTerm, Boolean archived) {}
