package dev.talaria.llm;

/**
 * What a call is for; {@link ModelSlots} gives each role a model. Immutable.
 *
 * @param name the role's name as in {@code llm.models}
 */
public record Role(String name) {

  /** What has no role of its own, and the fallback of every role without a model. */
  public static final Role DEFAULT = new Role("default");

  /** Deciding what is worth a closer look. */
  public static final Role TRIAGE = new Role("triage");

  /** Finding candidates. */
  public static final Role CANDIDATE_EXTRACTION = new Role("candidateExtraction");

  /** Keeping what was found in order. */
  public static final Role CURATOR = new Role("curator");

  /** Settling contradictions. */
  public static final Role RECONCILE = new Role("reconcile");

  /** Fixing what failed. */
  public static final Role REPAIR = new Role("repair");

  /**
   * Checks the name.
   *
   * @param name not blank
   * @throws IllegalArgumentException if it is
   */
  public Role {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a role's name must not be blank");
    }
  }

  /**
   * {@return a role, also one of the host's own}
   *
   * @param name not blank
   */
  public static Role of(String name) {
    return new Role(name);
  }
}
