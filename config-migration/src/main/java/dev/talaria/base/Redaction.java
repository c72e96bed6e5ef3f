package dev.talaria.base;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in text that is about to leave the program: a log line, an error,
 * a recording, a prompt.
 *
 * <p>Stateless and safe for use by many threads. It errs towards masking: a false hit costs a few
 * readable characters, a miss costs a credential. Masked parts become {@value #MASK}; everything
 * else is kept as it is.
 */
public final class Redaction {

  /** What stands where a secret stood. */
  public static final String MASK = "[redacted]";

  private record Rule(Pattern pattern, String replacement) {}

  private static Rule rule(String regex, String replacement) {
    return new Rule(Pattern.compile(regex), replacement);
  }

  /*
   * Every quantifier is possessive or bounded, so that no input makes a rule backtrack.
   */
  private static final List<Rule> RULES =
      List.of(
          rule(
              "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]{0,16384}?(?:-----END"
                  + " [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
              MASK),
          // Authorization: Bearer x, "authorization":"Basic x", proxy-authorization=...
          rule(
              "(?i)((?:proxy-)?authorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)(?:(?:bearer|basic|token)"
                  + "\\s++)?[^\\s\"',;]++",
              "$1" + MASK),
          rule("(?i)\\b(bearer\\s++)[A-Za-z0-9._~+/=-]{6,}+", "$1" + MASK),
          rule("\\bsk-[A-Za-z0-9_-]{6,}+", MASK),
          rule("\\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{6,}+", MASK),
          rule("\\bglpat-[A-Za-z0-9_-]{10,}+", MASK),
          rule("\\bxox[abeoprs]-[A-Za-z0-9-]{6,}+", MASK),
          rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MASK),
          rule("\\bAIza[A-Za-z0-9_-]{30,}+", MASK),
          rule("\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+", MASK),
          // https://user:password@host
          rule(
              "(?i)\\b([a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,200}+:)[^\\s/@]{1,500}+@",
              "$1" + MASK + "@"),
          // API_KEY=..., "access_token": "...", client-secret: ...
          rule(
              "(?i)((?:api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|client[_-]?secret"
                  + "|(?:access|refresh|id|auth|session)[_-]?token|password|passwd|secret|token)"
                  + "[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)[^\\s\"',;&}]{4,}+",
              "$1" + MASK));

  private Redaction() {}

  /** {@code text} with every part that looks like a secret masked; the same text if none does. */
  public static String redact(String text) {
    String result = text;
    for (Rule rule : RULES) {
      result = rule.pattern().matcher(result).replaceAll(rule.replacement());
    }
    return result;
  }
}
