package dev.talaria.session.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The warnings that a class logs, or the lines of any logger, while this is open, as the tests'
 * logging shows them.
 */
public final class LoggedLines implements AutoCloseable {

  private final Logger logger;
  private final Level least;
  private final Level before;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= least.intValue()) {
            lines.add(entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LoggedLines(Class<?> of) {
    this(of.getName(), Level.WARNING);
  }

  public LoggedLines(String name, Level from) {
    logger = Logger.getLogger(name);
    least = from;
    before = logger.getLevel();
    logger.setLevel(from);
    logger.addHandler(handler);
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setLevel(before);
  }
}
