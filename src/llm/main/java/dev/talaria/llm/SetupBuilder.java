package dev.talaria.llm;

import dev.talaria.base.internal.Limits;
import dev.talaria.llm.call.CallPacing;
import dev.talaria.llm.call.CallSetup;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Collects what all calls of one owner share; not safe for use by many threads. */
abstract class SetupBuilder<B extends SetupBuilder<B>> {

  private final Codex codex;
  private Path cwd = Path.of("");
  private Isolation isolation = Isolation.STRICT;
  private Duration timeout = Duration.ofMinutes(10);
  private RateLimitGovernor governor;
  private CallPacing pacing;

  SetupBuilder(Codex codex) {
    this.codex = Objects.requireNonNull(codex, "codex");
  }

  abstract B self();

  /**
   * The set-up.
   *
   * @param threads the name of its threads
   * @param config keys of Codex's configuration for every thread
   */
  final CallSetup setup(String threads, Map<String, Object> config) {
    CallPacing paced = pacing == null ? new CallPacing(governor, codex) : pacing;
    return new CallSetup(threads, codex, cwd, isolation, config, timeout, paced);
  }

  /**
   * The directory in which the model may look around; the process's working directory if not set.
   *
   * @param directory not null
   * @return this builder
   */
  public B cwd(Path directory) {
    this.cwd = Objects.requireNonNull(directory, "directory");
    return self();
  }

  /**
   * How much of the user's setup the calls see; {@link Isolation#STRICT} if not set.
   *
   * @param much not null
   * @return this builder
   */
  public B isolation(Isolation much) {
    this.isolation = Objects.requireNonNull(much, "much");
    return self();
  }

  /**
   * Paces the calls and has refused ones tried again. This Codex reports to it how much of the
   * account's limits is used, until the owner of the calls is closed. It may be shared by all of a
   * run. Without one nothing is tried again.
   *
   * @param shared not null
   * @return this builder
   */
  public B governor(RateLimitGovernor shared) {
    this.governor = Objects.requireNonNull(shared, "shared");
    return self();
  }

  /** What paces the calls; for tests. */
  B pacing(CallPacing shared) {
    this.pacing = shared;
    return self();
  }

  /**
   * How long a call may take if it does not say so itself, with the waits of its governor; 10
   * minutes if not set.
   *
   * @param limit longer than zero
   * @return this builder
   */
  public B timeout(Duration limit) {
    this.timeout = Limits.positive("timeout", limit);
    return self();
  }
}
