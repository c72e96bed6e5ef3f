package dev.talaria.cli.protocol;

import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.cli.protocol.ProtocolSchema.Part;
import dev.talaria.cli.protocol.ProtocolSurface.Use;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between two versions of the protocol: in detail where Talaria uses it, else counted.
 *
 * @param changes the differences in what Talaria uses, in the order of kinds and names
 * @param rest by kind how much differs in what it does not use
 */
record ProtocolDiff(List<Change> changes, Map<Kind, Rest> rest) {

  /**
   * One difference between two versions in something that Talaria uses. Immutable.
   *
   * @param kind what has changed
   * @param name its wire name
   * @param what what is different
   * @param affected whether Talaria has to be changed for it
   * @param why the reason, in one phrase
   */
  record Change(Kind kind, String name, String what, boolean affected, String why) {}

  /**
   * @param added how many are new
   * @param removed how many are gone
   */
  record Rest(int added, int removed) {}

  /** Whether any change affects us. */
  boolean affected() {
    return changes.stream().anyMatch(Change::affected);
  }

  static ProtocolDiff of(ProtocolSchema old, ProtocolSchema fresh) {
    List<Change> changes = new ArrayList<>();
    Map<Kind, Rest> rest = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<String, Part> before = old.parts().get(kind);
      Map<String, Part> after = fresh.parts().get(kind);
      int added = 0;
      int removed = 0;
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      for (String name : names) {
        Use use = ProtocolSurface.of(kind, name);
        if (use != null) {
          new Comparison(kind, name, use, changes).compare(before.get(name), after.get(name));
        } else if (!before.containsKey(name)) {
          added++;
        } else if (!after.containsKey(name)) {
          removed++;
        }
      }
      rest.put(kind, new Rest(added, removed));
    }
    return new ProtocolDiff(List.copyOf(changes), rest);
  }

  private static final String BY_VERSION = "Talaria sends what the version takes";

  /** Compares one used part and adds what it finds. */
  private record Comparison(Kind kind, String name, Use use, List<Change> found) {

    void compare(Part before, Part after) {
      if (before == null) {
        add("new", false, "Talaria uses it where it is there");
      } else if (after == null) {
        boolean sent = kind == Kind.METHOD;
        add("removed", true, sent ? "Talaria calls it" : "Talaria relies on being told so");
      } else {
        boolean called = kind == Kind.METHOD;
        if (called) {
          sent(before.params(), after.params());
        } else if (kind == Kind.SERVER_REQUEST) {
          sent(before.result(), after.result());
        }
        each(
            use.received(),
            called ? before.result() : before.params(),
            called ? after.result() : after.params(),
            false);
        newFields(before.params(), after.params());
      }
    }

    private void sent(SchemaShape before, SchemaShape after) {
      each(use.sent(), before, after, true);
      Set<String> required = new TreeSet<>(after.required());
      required.removeAll(before.required());
      for (String field : required) {
        boolean given = use.sent().stream().anyMatch(path -> path.split("\\.")[0].equals(field));
        add(
            field + " is required now",
            !given,
            given ? "Talaria sends it" : "Talaria does not send it");
      }
    }

    private void sentForms(String field, Set<String> old, Set<String> now) {
      Set<String> gone = minus(old, now);
      gone.removeIf(form -> now.contains(SchemaShape.base(form)));
      Set<String> known =
          ProtocolSurface.SENT_BY_VERSION.getOrDefault(name + " " + field, Set.of());
      boolean chosen = now.stream().anyMatch(known::contains);
      if (!gone.isEmpty() && chosen) {
        add(field + " may no longer be " + String.join(", ", gone), false, BY_VERSION);
      } else if (!gone.isEmpty()) {
        Set<String> sent = ProtocolSurface.SENT_VALUES.get(name + " " + field);
        boolean unused = sent != null && gone.stream().noneMatch(f -> sent.contains(unquoted(f)));
        String why = unused ? "Talaria never sends it" : "Talaria may send it";
        add(field + " may no longer be " + String.join(", ", gone), !unused, why);
      }
      Set<String> more = minus(now, old);
      if (!more.isEmpty()) {
        String why = chosen ? BY_VERSION : "Talaria need not send it";
        add(field + " may also be " + String.join(", ", more), false, why);
      }
    }

    private void each(Set<String> fields, SchemaShape before, SchemaShape after, boolean sent) {
      for (String field : fields) {
        Optional<Set<String>> old = before.at(field).map(SchemaShape::forms);
        Optional<Set<String>> now = after.at(field).map(SchemaShape::forms);
        if (old.isPresent() && now.isEmpty()) {
          add(field + " is gone", true, sent ? "Talaria sends it" : "Talaria reads it");
        } else if (old.isEmpty() && now.isPresent()) {
          String why =
              "Talaria "
                  + (sent ? "sends it; it was ignored before" : "reads it where it is there");
          add(field + " is new", false, why);
        } else if (now.isPresent() && sent) {
          sentForms(field, old.get(), now.get());
        } else if (now.isPresent()) {
          receivedForms(field, old.get(), minus(now.get(), old.get()));
        }
      }
    }

    /** A new value of a known type is kept as it came; a new type is what the reader fails at. */
    private void receivedForms(String field, Set<String> old, Set<String> more) {
      Set<String> types = old.stream().map(SchemaShape::base).collect(Collectors.toSet());
      types.add("null");
      boolean known = more.stream().map(SchemaShape::base).allMatch(types::contains);
      if (!more.isEmpty()) {
        String why =
            !known
                ? "Talaria does not expect that"
                : more.equals(Set.of("null"))
                    ? "null is read as absent"
                    : "an unknown value is kept as it came";
        add(field + " may also be " + String.join(", ", more), !known, why);
      }
    }

    /** Fields that Talaria does not know, of what it sends and of what it reads. */
    private void newFields(SchemaShape before, SchemaShape after) {
      Set<String> added = minus(after.fields(), before.fields());
      added.removeAll(use.sent());
      added.removeAll(use.received());
      added.removeAll(after.required().stream().filter(f -> kind == Kind.METHOD).toList());
      if (!added.isEmpty()) {
        String why = kind == Kind.METHOD ? "optional; Talaria need not send it" : "ignored";
        add("new " + String.join(", ", added), false, why);
      }
    }

    private void add(String what, boolean affected, String why) {
      found.add(new Change(kind, name, what, affected, why));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
      Set<String> left = new TreeSet<>(all);
      left.removeAll(without);
      return left;
    }

    private static String unquoted(String form) {
      return form.replace("'", "");
    }
  }
}
