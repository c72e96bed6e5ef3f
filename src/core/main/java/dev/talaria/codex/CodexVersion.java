package dev.talaria.codex;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Codex, ordered as semantic versions are: a pre-release comes before its release.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 * @param preRelease what follows the first hyphen, such as {@code alpha.3}; empty for a release
 */
public record CodexVersion(int major, int minor, int patch, String preRelease)
    implements Comparable<CodexVersion> {

  /** The oldest Codex that this library works with. Newer ones are never refused. */
  public static final CodexVersion MINIMUM = new CodexVersion(0, 125, 0);

  private static final Pattern TRIPLE =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*+))?");

  private static final Comparator<CodexVersion> ORDER =
      Comparator.comparingInt(CodexVersion::major)
          .thenComparingInt(CodexVersion::minor)
          .thenComparingInt(CodexVersion::patch)
          .thenComparing(CodexVersion::preRelease, CodexVersion::comparePreReleases);

  /**
   * Checks the parts of a version; {@link #parse} reads one from text.
   *
   * @param major not negative
   * @param minor not negative
   * @param patch not negative
   * @param preRelease not null; empty for a release
   * @throws IllegalArgumentException if a number is negative or {@code preRelease} is null
   */
  public CodexVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException("a version has no negative numbers");
    }
    if (preRelease == null) {
      throw new IllegalArgumentException("preRelease is empty for a release, never null");
    }
  }

  /**
   * A release.
   *
   * @param major not negative
   * @param minor not negative
   * @param patch not negative
   */
  public CodexVersion(int major, int minor, int patch) {
    this(major, minor, patch, "");
  }

  /**
   * {@return the first version named in a text; empty if there is none, or a number of it has more
   * than nine digits}
   *
   * @param text any text: the output of {@code codex --version}, a user agent, a package version
   */
  public static Optional<CodexVersion> parse(String text) {
    Matcher matcher = TRIPLE.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group).length() > 9) {
        return Optional.empty();
      }
    }
    String preRelease = matcher.group(4);
    return Optional.of(
        new CodexVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            preRelease == null ? "" : preRelease));
  }

  /**
   * {@return whether this version is {@code other} or a later one}
   *
   * @param other the version to compare with
   */
  public boolean isAtLeast(CodexVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(CodexVersion other) {
    return ORDER.compare(this, other);
  }

  /** As written in a package: {@code 0.169.0}, {@code 0.170.0-alpha.3}. */
  @Override
  public String toString() {
    String triple = major + "." + minor + "." + patch;
    return preRelease.isEmpty() ? triple : triple + "-" + preRelease;
  }

  private static int comparePreReleases(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    String[] lefts = left.split("\\.");
    String[] rights = right.split("\\.");
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      int order = compareIdentifiers(lefts[i], rights[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  private static int compareIdentifiers(String left, String right) {
    boolean leftIsNumber = isNumber(left);
    boolean rightIsNumber = isNumber(right);
    if (leftIsNumber && rightIsNumber) {
      return Long.compare(Long.parseLong(left), Long.parseLong(right));
    }
    return leftIsNumber == rightIsNumber ? left.compareTo(right) : (leftIsNumber ? -1 : 1);
  }

  private static boolean isNumber(String identifier) {
    return identifier.length() <= 18 && identifier.chars().allMatch(Character::isDigit);
  }
}
