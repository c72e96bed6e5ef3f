package dev.talaria.base;

import java.util.List;
import java.util.Locale;
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

  /** What to replace by what, in texts that hold one of the marks (in lower case). */
  private record Rule(List<String> marks, Pattern pattern, String replacement) {

    boolean mayApply(String lowerCase) {
      return marks.stream().anyMatch(lowerCase::contains);
    }
  }

  private static Rule rule(String regex, String replacement, String... marks) {
    return new Rule(List.of(marks), Pattern.compile(regex), replacement);
  }

  /*
   * Every quantifier is possessive or bounded, so that no input makes a rule backtrack. The marks
   * are there for speed: nearly all text has none of them.
   */
  private static final List<Rule> RULES =
      List.of(
          rule(
              "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]{0,16384}?(?:-----END"
                  + " [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
              MASK,
              "private key-----"),
          // Authorization: Bearer x, "authorization":"Basic x", proxy-authorization=...
          rule(
              "(?i)((?:proxy-)?authorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)(?:(?:bearer|basic|token)"
                  + "\\s++)?[^\\s\"',;]++",
              "$1" + MASK,
              "authorization"),
          rule("(?i)\\b(bearer\\s++)[A-Za-z0-9._~+/=-]{6,}+", "$1" + MASK, "bearer"),
          rule("\\bsk-[A-Za-z0-9_-]{6,}+", MASK, "sk-"),
          rule(
              "\\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{6,}+",
              MASK,
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "github_pat_"),
          rule("\\bglpat-[A-Za-z0-9_-]{10,}+", MASK, "glpat-"),
          rule("\\bxox[abeoprs]-[A-Za-z0-9-]{6,}+", MASK, "xox"),
          rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MASK, "akia", "asia"),
          rule("\\bAIza[A-Za-z0-9_-]{30,}+", MASK, "aiza"),
          rule("\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+", MASK, "eyj"),
          // https://user:password@host
          rule(
              "(?i)\\b([a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,200}+:)[^\\s/@]{1,500}+@",
              "$1" + MASK + "@",
              "://"),
          // API_KEY=..., "access_token": "...", client-secret: ...
          rule(
              "(?i)((?:api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|client[_-]?secret"
                  + "|(?:access|refresh|id|auth|session)[_-]?token|password|passwd|secret|token)"
                  + "[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)[^\\s\"',;&}]{4,}+",
              "$1" + MASK,
              "key",
              "secret",
              "token",
              "passw"));

  private Redaction() {}

  /** {@code text} with every part that looks like a secret masked; the same text if none does. */
  public static String redact(String text) {
    String result = text;
    String lowerCase = text.toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      if (rule.mayApply(lowerCase)) {
        result = rule.pattern().matcher(result).replaceAll(rule.replacement());
      }
    }
    return result;
  }
}
