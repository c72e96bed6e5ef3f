package dev.talaria.durable;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How a worker reaches the Codex of a place. Called by any thread, for each step.
 *
 * <p>It attaches to a server that outlives the worker; a Codex that the worker launched would end
 * with it, and cut off the turn.
 */
@FunctionalInterface
public interface CodexEndpoints {

  /**
   * Connects to the Codex that has the threads of a place. Blocks.
   *
   * @param place where the thread lives
   * @return attached; the step closes it
   * @throws PlaceLostException if the place is lost permanently
   * @throws TalariaException if it cannot be reached now; the engine tries the step again
   */
  Codex connect(ThreadPlace place);

  /**
   * {@return where a run continues whose place is lost} Asked for a run that begins a new thread
   * then ({@link WhenThreadGone#NEW_THREAD}). Default: the same place.
   *
   * @param lost where its thread lived
   */
  default ThreadPlace replacement(ThreadPlace lost) {
    return lost;
  }

  /**
   * {@return the servers of this machine's homes, each started when it is first needed} A place on
   * another machine is refused: that worker's engine has to be asked.
   *
   * @param machine what this machine is called in {@link ThreadPlace#machine}
   * @param codex which Codex to start, and who the host is; its {@code codexHome} is replaced by
   *     that of the place
   */
  static CodexEndpoints ofThisMachine(String machine, CodexOptions codex) {
    return place -> {
      if (!place.machine().equals(machine)) {
        throw new TalariaException(
            "the thread lives on the machine %s, and this worker is on %s; give the step to a worker there, or reach its server with CodexEndpoints.at"
                .formatted(place.machine(), machine));
      }
      CodexOptions there = codex.toBuilder().codexHome(Path.of(place.home())).build();
      return Codex.attachOrStart(
          ServerOptions.builder().codex(there).build(),
          AttachOptions.builder().codex(there).build());
    };
  }

  /**
   * {@return servers that somebody else runs}
   *
   * @param addresses the address of a place's server, as {@link Codex#attach} takes it; it may
   *     throw {@link PlaceLostException}
   * @param options how to connect
   */
  static CodexEndpoints at(Function<ThreadPlace, URI> addresses, AttachOptions options) {
    return place -> Codex.attach(addresses.apply(place), options);
  }
}
