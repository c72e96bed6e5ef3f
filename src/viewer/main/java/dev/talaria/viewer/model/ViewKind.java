package dev.talaria.viewer.model;

import java.util.Locale;

/** What an item is, as a page tells kinds apart and filters them. */
public enum ViewKind {
  USER,
  MESSAGE,
  REASONING,
  PLAN,
  COMMAND,
  PATCH,
  TOOL,
  SEARCH,
  AGENT,
  COMPACTION,
  APPROVAL,
  ERROR,
  WARNING,
  NOTE;

  /** The name in the page's data. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
