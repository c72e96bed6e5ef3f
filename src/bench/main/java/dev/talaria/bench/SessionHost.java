package dev.talaria.bench;

import dev.talaria.codex.CodexOptions;
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
 */
interface SessionHost {

  CodexSession open(SessionOptions options) throws Exception;

  void close() throws Exception;

  /** The ways that are compared. */
  enum Way {
    CHILD_EACH("one child each"),
    SHARED_CHILD("one shared child"),
    POOL("CodexPool");

    final String title;

    Way(String title) {
      this.title = title;
    }

    /** Begins with as many children as there must be before a session is opened. */
    SessionHost start(CodexOptions options, int sessions) {
      return switch (this) {
        case CHILD_EACH -> childEach(options);
        case SHARED_CHILD -> shared(Codex.launch(options));
        case POOL -> pool(CodexPool.launch(options, bounds(sessions)));
      };
    }
  }

  /** The defaults, with more children when these do not suffice. */
  static PoolOptions bounds(int sessions) {
    PoolOptions defaults = PoolOptions.DEFAULTS;
    int most = defaults.maxSessionsPerChild();
    return defaults.withChildren(Math.max(defaults.children(), (sessions + most - 1) / most));
  }

  private static SessionHost shared(Codex codex) {
    return new SessionHost() {
      @Override
      public CodexSession open(SessionOptions options) {
        return codex.openSession(options);
      }

      @Override
      public void close() {
        codex.close();
      }
    };
  }

  private static SessionHost pool(CodexPool pool) {
    return new SessionHost() {
      @Override
      public CodexSession open(SessionOptions options) {
        return pool.openSession(options);
      }

      @Override
      public void close() {
        pool.close();
      }
    };
  }

  private static SessionHost childEach(CodexOptions launch) {
    List<Codex> children = new CopyOnWriteArrayList<>();
    return new SessionHost() {
      @Override
      public CodexSession open(SessionOptions options) {
        Codex codex = Codex.launch(launch);
        children.add(codex);
        return codex.openSession(options);
      }

      @Override
      public void close() throws Exception {
        AtOnce.each(
            children,
            codex -> {
              codex.close();
              return codex;
            });
      }
    };
  }
}
