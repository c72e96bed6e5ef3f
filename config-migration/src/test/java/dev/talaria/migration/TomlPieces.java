package dev.talaria.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Configurations put together from pieces that are hard to edit around. Stateless.
 *
 * <p>Pieces of one group exclude each other; a group also excludes those that begin with it and a
 * colon. Nearly all documents are valid; tomlj tells the rest.
 */
final class TomlPieces {

  /**
   * A few lines; {@code %d} in them becomes a number that no other piece has.
   *
   * @param group empty for pieces that may come often
   * @param root whether it has to stand before the first table
   */
  private record Piece(String group, boolean root, String text) {}

  private static final String MARKER = " — `talaria migrate` regenerates this section\n";

  private static final List<Piece> ROOT =
      List.of(
          any(true, "model%d = \"gpt\"\n"),
          any(true, "# a comment%d [mcp_servers.docs]\n"),
          any(true, "\n"),
          any(true, "  \t\n"),
          any(true, "a%d.b.\"c d\" = 1 # [x]\na%1$d.'e.f' = [1, [2], # ]\n  3]\n"),
          any(true, "\"k%d\\u00e9\" = { x = 1, y.z = \"[y]\" }\n"),
          any(
              true,
              "s%d = \"\"\"\n[mcp_servers.docs]\n# end talaria managed section\n\\\n  x\"\"\"\n"),
          any(true, "l%d = '''\n# managed by talaria" + MARKER + "[[x]]\n'''''\n"),
          any(true, "  d%d = 1979-05-27T07:32:00Z\t# é\n"),
          any(true, "f%d = [ inf, -0.0, 1e3, 0x1F ]\n"),
          any(true, "\"\uD83D\uDE00%d\" = \"\u0085\u2028\\f\"\n"));

  private static final List<Piece> TABLES =
      List.of(
          any(false, "[t%d]\nx = 1\n"),
          any(false, "[t%d.'sub \"q\"']\ny = \"\"\n\n[t%1$d]\nz = 2\n"),
          any(false, "[ \"é%d\" . b ] # [c]\n"),
          any(false, "[[array%d]]\nx = [\n  [1],\n]\n[array%1$d.sub]\ny = 1\n[[array%1$d]]\n"),
          any(false, "\n# about %d\n"),
          any(false, "\n\n"),
          any(false, "[s%d]\nt = \"\"\"\n[mcp_servers.docs]\ncommand = \"no\"\n\"\"\"\nu.v = 1\n"),
          any(
              false,
              "[m%d]\nx = '''# end hermes managed section\n# managed by talaria"
                  + MARKER
                  + "'''\n"));

  private static final List<Piece> SPECIAL =
      List.of(
          new Piece("mcp", true, "mcp_servers = { mine = { command = \"x\" } }\n"),
          new Piece("mcp", true, "mcp_servers.docs = { command = \"x\" }\n"),
          new Piece("mcp", true, "mcp_servers.mine.command = \"m\"\n"),
          new Piece("mcp", false, "[[mcp_servers]]\nx = 1\n"),
          new Piece("mcp", true, "mcp_servers = 3\n"),
          new Piece("plug", true, "plugins = []\n"),
          new Piece("plug", false, "[[plugins]]\nx = 1\n"),
          new Piece("mcp", false, "[mcp_servers]\nmine = { command = \"m\" }\n"),
          new Piece("mcp", false, "[mcp_servers]\ndocs.command = \"d\"\ndocs.args = []\n"),
          new Piece("mcp:docs", false, "[mcp_servers.docs]\ncommand = \"mine\"\n"),
          new Piece("mcp:docs", false, "[mcp_servers.\"docs\"]\nurl = \"http://h\"\n"),
          new Piece("mcp:docs", false, "['mcp_servers'.docs] # é\nenabled = false\n"),
          new Piece("mcp:env", false, "[mcp_servers.docs.env]\nMODE = \"mine\"\n"),
          new Piece(
              "mcp:tools", false, "[mcp_servers.docs.tools.x]\napproval_mode = \"approve\"\n"),
          new Piece("mcp:ab", false, "[mcp_servers.\"a b.é\"]\ncommand = \"a\"\n"),
          new Piece(
              "mcp:mine", false, "[mcp_servers.mine]\ncommand = \"m\"\nenv = { A = \"[b]\" }\n"),
          new Piece("mcp:z", false, "\n# mine\n  [ mcp_servers . \"z.y\" ]\n  command = 'z'\n\n"),
          new Piece("plug", true, "plugins = { \"a@m\" = { enabled = true } }\n"),
          new Piece("plug", true, "plugins.\"a@m\".enabled = true\n"),
          new Piece("plug:a", false, "[plugins.\"a@m\"]\nenabled = true # on\n"),
          new Piece("plug:a", false, "[plugins.\"a@m\"]\nenabled = false\nx = [[1], [2]]\n"),
          new Piece("plug:b", false, "\n# plugin b\n[plugins.'b@m']\n\n# behind b\n"),
          new Piece("plug:c", false, "[plugins.\"b@m\".mcp_servers.s]\ny = 1\n"),
          new Piece("perm", true, "default_permissions = \":read-only\"\n"),
          new Piece("perm", true, "sandbox_mode = 'read-only'\n"),
          new Piece(
              "perm", true, "default_permissions = \"dev\"\n[permissions.dev.fs]\n\":r\" = 1\n"),
          new Piece("perms", false, "[permissions.dev.network]\nenabled = true\n"),
          new Piece("host", false, other("hermes", "[mcp_servers.theirs]\ncommand = \"t\"\n")),
          new Piece("host", false, other("x.y", "[plugins.\"a2@m\"]\nenabled = true\n")),
          new Piece("host", true, other("hermes", "default_permissions = \":read-only\"\n")),
          new Piece("host", false, "# managed by hermes" + MARKER + "[hermes]\n"),
          new Piece("host2", false, "# end hermes2 managed section\n"),
          new Piece("host2", false, "# end z managed section\n\n# managed by z" + MARKER));

  private TomlPieces() {}

  /** A document, with any line ends. */
  static Arbitrary<String> documents() {
    Arbitrary<Piece> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(ROOT)),
            Tuple.of(3, Arbitraries.of(TABLES)),
            Tuple.of(4, Arbitraries.of(SPECIAL)));
    return Combinators.combine(
            pieces.list().ofMaxSize(7),
            Arbitraries.of("\n", "\n", "\r\n", "mixed"),
            Arbitraries.integers().between(0, 11))
        .as(TomlPieces::document);
  }

  private static String document(List<Piece> pieces, String end, int form) {
    List<String> groups = new ArrayList<>();
    Set<Integer> kept = new HashSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      String group = pieces.get(i).group();
      if (groups.stream().noneMatch(other -> excludes(other, group))) {
        kept.add(i);
        groups.add(group);
      }
    }
    StringBuilder text = new StringBuilder();
    for (boolean root : List.of(true, false)) {
      for (int i = 0; i < pieces.size(); i++) {
        if (kept.contains(i) && pieces.get(i).root() == root) {
          text.append(String.format(pieces.get(i).text(), i));
        }
      }
    }
    String whole = withEnds(text.toString(), end);
    whole = form % 4 == 1 ? whole.stripTrailing() : whole;
    return form == 2 ? "\ufeff" + whole : whole;
  }

  private static boolean excludes(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && (one.equals(other) || one.startsWith(other + ":") || other.startsWith(one + ":"));
  }

  private static String withEnds(String text, String end) {
    if (!end.equals("mixed")) {
      return text.replace("\n", end);
    }
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      mixed.append(text.charAt(i) == '\n' && i % 2 == 0 ? "\r" : "").append(text.charAt(i));
    }
    return mixed.toString();
  }

  private static Piece any(boolean root, String text) {
    return new Piece("", root, text.replaceFirst("%d", "%1\\$d"));
  }

  private static String other(String host, String text) {
    return "# managed by " + host + MARKER + "\n" + text + "\n# end " + host + " managed section\n";
  }
}
