package dev.talaria.cli;

import dev.talaria.cli.ProtocolSchema.Kind;
import dev.talaria.cli.ProtocolSchema.Part;
import dev.talaria.cli.UsedProtocol.Use;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between two versions of the protocol: in detail where Talaria uses it, else counted.
 *
 * @param changes the differences in what Talaria uses, in the order of kinds and names
 * @param rest by kind how much differs in what it does not use
 */
record ProtocolDiff(List<ProtocolChange> changes, Map<Kind, Rest> rest) {

  /**
   * @param added how many are new
   * @param removed how many are gone
   */
  record Rest(int added, int removed) {}

  /** Whether any change affects us. */
  boolean affected() {
    return changes.stream().anyMatch(ProtocolChange::affected);
  }

  static ProtocolDiff of(ProtocolSchema old, ProtocolSchema fresh) {
    List<ProtocolChange> changes = new ArrayList<>();
    Map<Kind, Rest> rest = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<String, Part> before = old.parts().get(kind);
      Map<String, Part> after = fresh.parts().get(kind);
      int added = 0;
      int removed = 0;
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      for (String name : names) {
        Use use = UsedProtocol.of(kind, name);
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

  /** Compares one used part and adds what it finds. */
  private record Comparison(Kind kind, String name, Use use, List<ProtocolChange> found) {

    void compare(Part before, Part after) {
      if (before == null) {
        add("new", false, "Talaria uses it where it is there");
      } else if (after == null) {
        boolean sent = kind == Kind.METHOD;
        add("removed", true, sent ? "Talaria calls it" : "Talaria relies on being told so");
      } else {
        boolean answers = kind == Kind.SERVER_REQUEST;
        sent(
            answers ? before.result() : before.params(), answers ? after.result() : after.params());
        boolean called = kind == Kind.METHOD;
        received(
            called ? before.result() : before.params(), called ? after.result() : after.params());
        newFields(before.params(), after.params());
      }
    }

    private void sent(SchemaShape before, SchemaShape after) {
      for (String field : use.sent()) {
        Optional<Set<String>> old = before.at(field).map(SchemaShape::forms);
        Optional<Set<String>> now = after.at(field).map(SchemaShape::forms);
        if (old.isPresent() && now.isEmpty()) {
          add(field + " is gone", true, "Talaria sends it");
        } else if (old.isEmpty() && now.isPresent()) {
          add(field + " is new", false, "Talaria sends it; it was ignored before");
        } else if (now.isPresent()) {
          sentForms(field, old.get(), now.get());
        }
      }
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
      if (!gone.isEmpty()) {
        Set<String> sent = UsedProtocol.SENT_VALUES.get(name + " " + field);
        boolean unused = sent != null && gone.stream().noneMatch(f -> sent.contains(unquoted(f)));
        String why = unused ? "Talaria never sends it" : "Talaria may send it";
        add(field + " may no longer be " + String.join(", ", gone), !unused, why);
      }
      Set<String> more = minus(now, old);
      if (!more.isEmpty()) {
        add(field + " may also be " + String.join(", ", more), false, "Talaria need not send it");
      }
    }

    private void received(SchemaShape before, SchemaShape after) {
      for (String field : use.received()) {
        Optional<Set<String>> old = before.at(field).map(SchemaShape::forms);
        Optional<Set<String>> now = after.at(field).map(SchemaShape::forms);
        if (old.isPresent() && now.isEmpty()) {
          add(field + " is gone", true, "Talaria reads it");
        } else if (old.isEmpty() && now.isPresent()) {
          add(field + " is new", false, "Talaria reads it where it is there");
        } else if (now.isPresent()) {
          receivedForms(field, minus(now.get(), old.get()));
        }
      }
    }

    private void receivedForms(String field, Set<String> more) {
      if (more.isEmpty()) {
        return;
      }
      boolean open = more.stream().allMatch(f -> f.startsWith("'") || f.startsWith("{"));
      boolean harmless = open || more.equals(Set.of("null"));
      String why =
          open
              ? "an unknown value is kept as it came"
              : harmless ? "null is read as absent" : "Talaria does not expect that";
      add(field + " may also be " + String.join(", ", more), !harmless, why);
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
      found.add(new ProtocolChange(kind, name, what, affected, why));
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
