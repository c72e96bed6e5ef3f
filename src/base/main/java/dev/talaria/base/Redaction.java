package dev.talaria.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a secret in text that is about to leave the program.
 *
 * <p>Stateless and safe for use by many threads. There are two modes. {@link #redact} is for logs,
 * errors and recordings and errs towards masking: a false hit costs a few readable characters, a
 * miss costs a credential. {@link #values} is for text that is shown for approval and errs towards
 * showing: what it finds is never more than a part of one word.
 */
public final class Redaction {

  /** What replaces a secret. */
  public static final String MASK = "[redacted]";

  /**
   * A value in a text that looks like a secret.
   *
   * @param start the index of its first char
   * @param end the index behind its last char
   */
  public record Value(int start, int end) {}

  /**
   * A secret in texts that hold one of the marks (in lower case). It begins behind the pattern's
   * group, or with the match where there is none, and ends with the match.
   */
  private record Rule(List<String> marks, Pattern pattern) {

    boolean mayApply(String lowerCase) {
      return marks.stream().anyMatch(lowerCase::contains);
    }

    static int start(Matcher found) {
      return found.groupCount() == 0 ? found.start() : found.end(1);
    }
  }

  private static Rule rule(String regex, String... marks) {
    return new Rule(List.of(marks), Pattern.compile(regex));
  }

  private static final String ALWAYS =
      "secret|passw|passphrase|authorization|credential|cookie|jwt";

  /**
   * What the name of a setting, a variable or a header holds, in lower case, when its value is a
   * secret; a part of a regular expression. {@code MAX_TOKENS} is a number.
   */
  public static final String SECRET_WORDS = "key|token(?!s)|" + ALWAYS;

  private static final Pattern SECRET_VARIABLE =
      Pattern.compile("(?i)" + SECRET_WORDS + "|tokens|auth");

  /** A message has many keys and tokens that are not secret, such as {@code inputTokens}. */
  private static final Pattern SECRET_MEMBER =
      Pattern.compile(
          "(?i)api[_-]?key|(?:access|refresh|id|auth|bearer|session)[_-]?token|^token$|" + ALWAYS);

  private static final String NAMES =
      "(?:api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|client[_-]?secret"
          + "|(?:access|refresh|id|auth|session)[_-]?token|password|passwd|secret|token)";

  private static final String USER = "\\b([a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,200}+:)";

  /*
   * Every quantifier is possessive or bounded, so that no input makes a rule backtrack. The marks
   * are there for speed: nearly all text has none of them.
   */

  /** What is a secret by its own shape. */
  private static final List<Rule> SHAPES =
      List.of(
          rule("\\bsk-[A-Za-z0-9_-]{6,}+", "sk-"),
          rule(
              "\\b(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{6,}+",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "github_pat_"),
          rule("\\bglpat-[A-Za-z0-9_-]{10,}+", "glpat-"),
          rule("\\bxox[abeoprs]-[A-Za-z0-9-]{6,}+", "xox"),
          rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "akia", "asia"),
          rule("\\bAIza[A-Za-z0-9_-]{30,}+", "aiza"),
          // A header has a bound: of a long text with many beginnings each would be read to its
          // end.
          rule("\\beyJ[A-Za-z0-9_-]{8,512}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+", "eyj"));

  /** What is a secret by what stands before it; to the next sign that ends one for certain. */
  private static final List<Rule> GENEROUS =
      List.of(
          rule(
              "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]{0,16384}?(?:-----END"
                  + " [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
              "private key-----"),
          // Authorization: Bearer x, "authorization":"Basic x", proxy-authorization=...
          rule(
              "(?i)((?:proxy-)?authorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)(?:(?:bearer|basic|token)"
                  + "\\s++)?[^\\s\"',;]++",
              "authorization"),
          rule("(?i)\\b(bearer\\s++)[A-Za-z0-9._~+/=-]{6,}+", "bearer"),
          // https://user:password@host
          rule("(?i)" + USER + "[^\\s/@]{1,500}+(?=@)", "://"),
          // API_KEY=..., "access_token": "...", client-secret: ...
          rule(
              "(?i)(" + NAMES + "[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?)[^\\s\"',;&}]{4,}+",
              "key",
              "secret",
              "token",
              "passw"));

  /** What ends a bounded value: all that means something to a shell, or that is not seen. */
  private static final String ENDS = "\\s\\p{C}\\p{Z}\"'`$\\\\;|&<>(){}\\[\\],";

  private static final String QUOTE = "(?:\\\\?[\"'])?";

  /** A blank only behind "=" would make what follows a command of its own: {@code token= rm}. */
  private static final String IS =
      QUOTE + "(?:[ \\t]{0,4}:[ \\t]{0,4}|[ \\t]{1,4}=[ \\t]{0,4}|=)" + QUOTE;

  private static final List<Rule> BOUNDED =
      List.of(
          rule(
              "(?i)((?:proxy-)?authorization"
                  + IS
                  + "(?:(?:bearer|basic|token)[ \\t]++)?+)[^"
                  + ENDS
                  + "]++",
              "authorization"),
          rule("(?i)\\b(bearer[ \\t]++)[A-Za-z0-9._~+/=-]{6,}+", "bearer"),
          rule("(?i)" + USER + "[^/@" + ENDS + "]{1,500}+(?=@)", "://"),
          rule("(?i)(" + NAMES + IS + ")[^" + ENDS + "]{4,}+", "key", "secret", "token", "passw"));

  private Redaction() {}

  /**
   * {@return whether the value of an environment variable of this name counts as a secret}
   *
   * @param name in any case
   */
  public static boolean isSecretVariable(String name) {
    return SECRET_VARIABLE.matcher(name).find();
  }

  /**
   * {@return whether the text that a member of this name has in a message counts as a secret}
   *
   * @param name in any case
   */
  public static boolean isSecretMember(String name) {
    return SECRET_MEMBER.matcher(name).find();
  }

  /**
   * {@return {@code text} with every part that looks like a secret replaced by {@value #MASK}, a
   * private key over many lines, too; the same text if there is none}
   *
   * @param text what is to be logged, recorded or put into an error
   */
  public static String redact(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return redact(redact(text, lowerCase, GENEROUS), lowerCase, SHAPES);
  }

  private static String redact(String text, String lowerCase, List<Rule> rules) {
    String result = text;
    for (Rule rule : rules) {
      if (rule.mayApply(lowerCase)) {
        Matcher found = rule.pattern().matcher(result);
        result = found.replaceAll(found.groupCount() == 0 ? MASK : "$1" + MASK);
      }
    }
    return result;
  }

  /**
   * {@return the values in {@code text} that look like secrets, in their order and apart from each
   * other}
   *
   * <p>A value holds no white space, control character, quote, backslash, bracket, comma and none
   * of {@code $ ` ; | & < >}: masking it hides no second command, no substitution and no line.
   *
   * @param text what is shown for approval, such as a command
   */
  public static List<Value> values(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    List<Value> found = new ArrayList<>();
    for (List<Rule> rules : List.of(BOUNDED, SHAPES)) {
      for (Rule rule : rules) {
        if (rule.mayApply(lowerCase)) {
          Matcher matcher = rule.pattern().matcher(text);
          while (matcher.find()) {
            found.add(new Value(Rule.start(matcher), matcher.end()));
          }
        }
      }
    }
    return apart(found);
  }

  private static List<Value> apart(List<Value> found) {
    found.sort(Comparator.comparingInt(Value::start));
    List<Value> apart = new ArrayList<>();
    for (Value next : found) {
      int last = apart.size() - 1;
      if (last >= 0 && next.start() <= apart.get(last).end()) {
        Value before = apart.get(last);
        apart.set(last, new Value(before.start(), Math.max(before.end(), next.end())));
      } else {
        apart.add(next);
      }
    }
    return apart;
  }
}
