package dev.talaria.session;

import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interrupt of one turn: asked for again while Codex refuses it, and given up after a while.
 *
 * <p>Mailbox only.
 */
final class TurnInterrupt {

  private static final Logger log = LoggerFactory.getLogger(TurnInterrupt.class);

  /** How long Codex may take to confirm an interrupt. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  /** When an interrupt that Codex refused is sent again. */
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final Supplier<CompletableFuture<?>> request;
  private final BiConsumer<Duration, Runnable> timer;
  private final Consumer<Runnable> mailbox;
  private final Runnable unconfirmed;
  private boolean wanted;

  /**
   * @param request sends {@code turn/interrupt} for the turn, which has its id by then
   * @param timer runs a task in the mailbox after a delay, unless the turn ends before
   * @param unconfirmed what to do if the turn still runs after {@link #LIMIT}
   */
  TurnInterrupt(
      Supplier<CompletableFuture<?>> request,
      BiConsumer<Duration, Runnable> timer,
      Consumer<Runnable> mailbox,
      Runnable unconfirmed) {
    this.request = request;
    this.timer = timer;
    this.mailbox = mailbox;
    this.unconfirmed = unconfirmed;
  }

  /** The turn is to stop, as soon as it has an id. */
  void want() {
    wanted = true;
  }

  boolean isWanted() {
    return wanted;
  }

  /** Asks Codex to stop the turn, and waits for its end only so long. */
  void send() {
    ask();
    timer.accept(LIMIT, unconfirmed);
  }

  /** Codex refuses to interrupt a turn that it has named but not begun: then it is asked again. */
  void ask() {
    request
        .get()
        .whenComplete(
            (reply, error) -> {
              log.debug("interrupt: {}", reply, error);
              if (error instanceof RpcException) {
                mailbox.accept(() -> timer.accept(AGAIN, this::ask));
              }
            });
  }
}
