package dev.talaria.bench;

import dev.talaria.bench.lab.AtOnce;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to have many sessions at a time: what holds the children that they run in.
 *
 * <p>Sessions may be opened by many threads. {@link #close} ends all of them and their children.
 *
 * @param opening opens a session
 * @param children what is closed, eight at a time
 */
record SessionHost(
    AtOnce.Call<SessionOptions, CodexSession> opening, List<? extends AutoCloseable> children) {

  /** The ways that are compared. */
  enum Way {
    CHILD_EACH("one child and home each"),
    SHARED_CHILD("one shared child"),
    POOL("CodexPool");

    final String title;

    Way(String title) {
      this.title = title;
    }

    /** Begins with as many children as there must be before a session is opened. */
    SessionHost start(BenchCodex bench, int sessions) {
      return switch (this) {
        case CHILD_EACH -> childEach(bench);
        case SHARED_CHILD -> {
          Codex codex = Codex.launch(bench.options());
          yield new SessionHost(codex::openSession, List.of(codex));
        }
        case POOL -> {
          CodexPool pool = CodexPool.launch(bench.options(), bounds(sessions));
          yield new SessionHost(pool::openSession, List.of(pool));
        }
      };
    }
  }

  /** The defaults, with more children when these do not suffice. */
  static PoolOptions bounds(int sessions) {
    PoolOptions defaults = PoolOptions.DEFAULTS;
    int most = defaults.maxSessionsPerChild();
    return new PoolOptions(Math.max(defaults.children(), (sessions + most - 1) / most), most);
  }

  /** Each in a home of its own. */
  private static SessionHost childEach(BenchCodex bench) {
    List<Codex> children = new CopyOnWriteArrayList<>();
    return new SessionHost(
        options -> {
          Codex codex = Codex.launch(bench.optionsOfAnotherHome());
          children.add(codex);
          return codex.openSession(options);
        },
        children);
  }

  void close() throws Exception {
    AtOnce.each(
        children,
        child -> {
          child.close();
          return child;
        });
  }
}
