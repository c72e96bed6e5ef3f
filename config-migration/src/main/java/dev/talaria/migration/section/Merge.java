package dev.talaria.migration.section;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomlStatement;
import dev.talaria.migration.toml.TomlStatement.Kind;
import dev.talaria.migration.translate.CodexMcpServer;
import dev.talaria.migration.translate.CodexServerKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what of the desired section is written, and what of the user's text is taken out for it:
 * what the user defines stays the user's, unless it is to be taken over. For one thread.
 */
final class Merge {

  private static final String SERVERS = "mcp_servers";
  private static final String PLUGINS = "plugins";

  /** The first Codex that loads a built-in profile without a {@code [permissions]} table. */
  private static final int PROFILES_SINCE = 130;

  private final TomlDocument user;
  private final DesiredSection desired;
  private final List<CarriedKey> carried;
  private final ReportBuilder report;

  /** What is taken out of the user's text for the section. */
  final RemovedStatements removed;

  final SectionText section;

  /**
   * Merges.
   *
   * @throws MigrationException if the user's text has a form that cannot be added to
   */
  Merge(
      TomlDocument user,
      Markers markers,
      DesiredSection desired,
      List<CarriedKey> carried,
      ReportBuilder report) {
    this.user = user;
    this.desired = desired;
    this.carried = carried;
    this.report = report;
    this.section = new SectionText(user.lineEnd());
    this.removed = new RemovedStatements(user, Sections.of(user).others(markers.host()));
    permissions();
    servers();
    plugins();
  }

  private void permissions() {
    if (desired.permissions().isEmpty()) {
      return;
    }
    for (String own : List.of("default_permissions", "sandbox_mode")) {
      if (user.value(List.of(own)) != null) {
        report.preserved.add(own);
        return;
      }
    }
    boolean old =
        desired
            .codexVersion()
            .map(v -> !CodexServerKeys.isAtLeast(v, PROFILES_SINCE))
            .orElse(false);
    if (old && user.value(List.of("permissions")) == null) {
      report.warnings.add(
          "default_permissions was left out: Codex "
              + desired.codexVersion().get()
              + " loads it only beside a [permissions] table");
      return;
    }
    if (desired.codexVersion().isEmpty()) {
      report.warnings.add(
          "default_permissions was written for Codex 0.130 or newer; 0.125 does not load it"
              + " without a [permissions] table");
    }
    report.defaultPermissions = desired.permissions().get();
    section.root("default_permissions", desired.permissions().get());
  }

  private void servers() {
    List<Runnable> tables = new ArrayList<>();
    for (CodexMcpServer server : desired.servers()) {
      Map<String, Object> keys = keysFor(server);
      if (keys != null) {
        report.migrated.add(server.name());
        tables.add(() -> write(List.of(SERVERS, server.name()), keys));
      }
    }
    if (!tables.isEmpty()) {
      requireOpen(SERVERS, "[mcp_servers.NAME]");
    }
    tables.forEach(Runnable::run);
  }

  private void write(List<String> path, Map<String, Object> keys) {
    List<CarriedKey> here = carried.stream().filter(key -> key.table().equals(path)).toList();
    Map<String, Object> ours = new LinkedHashMap<>(keys);
    for (CarriedKey key : here) {
      if (ours.remove(key.key().get(0)) != null) {
        report.warnings.add(
            key.dotted() + " was changed by hand and stays so; --take-over replaces it");
      }
      report.preserved.add(key.dotted());
    }
    section.table(path, ours, Map.of(), here);
  }

  /** What of a server is to be written; {@code null} if it is the user's. */
  private Map<String, Object> keysFor(CodexMcpServer server) {
    List<String> path = List.of(SERVERS, server.name());
    Object own = user.value(path);
    if (own == null) {
      return server.keys();
    }
    if (desired.takeOver() && !removed.isOfOthers(path) && !isWithinInline(path)) {
      removed.remove(path);
      report.warnings.add(
          "the user's server "
              + TomlText.key(server.name())
              + " was replaced (it is in the backup)");
      return server.keys();
    }
    boolean hasTransport =
        !(own instanceof Map<?, ?> table)
            || table.containsKey("command")
            || table.containsKey("url");
    if (hasTransport || removed.isOfOthers(path) || !isOnlySubTables(path)) {
      report.preserved.add(server.name());
      if (!hasTransport) {
        report.warnings.add(
            "the user's table of the server "
                + TomlText.key(server.name())
                + " has neither command nor url, and cannot be added to; --take-over replaces it");
      }
      return null;
    }
    Map<String, Object> rest = new LinkedHashMap<>(server.keys());
    for (Object key : ((Map<?, ?>) own).keySet()) {
      if (rest.remove(key) != null) {
        report.preserved.add(server.name() + "." + key);
      }
    }
    return rest;
  }

  /** Whether TOML lets the table itself still be written: only tables below it are there. */
  private boolean isOnlySubTables(List<String> path) {
    return removed.about(path).stream()
        .allMatch(
            statement ->
                statement.isHeader()
                    ? statement.key().size() > path.size()
                    : statement.table().size() > path.size());
  }

  private boolean isWithinInline(List<String> path) {
    return removed.about(path).isEmpty();
  }

  /** A table that was written inline, or as an array, cannot be added to. */
  private void requireOpen(String key, String example) {
    for (TomlStatement statement : user.statements()) {
      boolean closed = statement.path().equals(List.of(key)) && statement.kind() != Kind.TABLE;
      if (closed && !removed.isRemoved(statement)) {
        throw new MigrationException(
            ("%s, line %s, column %s: `%s%s cannot be added to, so nothing was changed. Write what"
                    + " it holds as tables of their own, such as %s")
                .formatted(
                    user.name(),
                    statement.line(),
                    statement.keyStart() - statement.start() + 1,
                    key,
                    statement.isKeyValue() ? " = …`" : "` as an array of tables",
                    example));
      }
    }
  }

  private void plugins() {
    for (InstalledPlugin plugin : desired.plugins()) {
      plugin(plugin);
    }
    if (desired.pluginsKnown()) {
      dropOthers();
    }
    boolean writes = section.values.keySet().stream().anyMatch(p -> p.get(0).equals(PLUGINS));
    if (writes) {
      requireOpen(PLUGINS, "[plugins.\"NAME@MARKETPLACE\"]");
    }
  }

  private void plugin(InstalledPlugin plugin) {
    List<String> path = List.of(PLUGINS, plugin.id());
    Object own = user.value(path);
    Optional<List<CarriedKey>> others = own == null ? Optional.of(List.of()) : otherKeys(path, own);
    if (others.isEmpty() || removed.isOfOthers(path)) {
      report.preserved.add(plugin.id());
      return;
    }
    removed.remove(path);
    List<CarriedKey> inSection = carried.stream().filter(key -> key.table().equals(path)).toList();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("enabled", plugin.enabled());
    Map<CarriedKey, Object> taken = new LinkedHashMap<>();
    for (CarriedKey old : others.get()) {
      // what stands in the section is newer than what the section once took in
      if (inSection.stream().noneMatch(key -> key.key().equals(old.key()))) {
        taken.put(old, user.value(old.path()));
      }
    }
    inSection.forEach(key -> keys.remove(key.key().get(0)));
    inSection.forEach(key -> report.preserved.add(key.dotted()));
    report.plugins.add(plugin.id());
    section.table(path, keys, taken, inSection);
  }

  /** What the user's table of a plugin has beside its switch; empty if it cannot be carried. */
  private Optional<List<CarriedKey>> otherKeys(List<String> path, Object own) {
    List<CarriedKey> keys = new ArrayList<>();
    for (TomlStatement statement : removed.about(path)) {
      if (statement.kind() == Kind.ARRAY_TABLE) {
        return Optional.empty();
      }
      if (statement.isKeyValue() && statement.path().size() > 2) {
        keys.add(CarriedKey.of(statement, user.text()));
      }
    }
    if (keys.isEmpty() && own instanceof Map<?, ?> table) {
      for (Map.Entry<?, ?> entry : table.entrySet()) {
        try {
          keys.add(
              new CarriedKey(
                  path, List.of((String) entry.getKey()), TomlText.value(entry.getValue())));
        } catch (IllegalArgumentException e) {
          // a date: Codex does not have such a key of a plugin, so the table is left as it is
          return Optional.empty();
        }
      }
    }
    keys.removeIf(key -> key.key().equals(List.of("enabled")));
    return Optional.of(keys);
  }

  /** Codex does not have them: their tables say nothing. They are in the backup. */
  private void dropOthers() {
    List<String> listed = desired.plugins().stream().map(InstalledPlugin::id).toList();
    for (String id : user.table(PLUGINS).keySet()) {
      List<String> path = List.of(PLUGINS, id);
      if (!listed.contains(id) && !desired.unsure().contains(id) && !removed.isOfOthers(path)) {
        removed.remove(path);
        report.warnings.add(
            "the plugin "
                + id
                + " is not installed: its table was taken out (it is in the backup)");
      }
    }
    removed.about(List.of(PLUGINS)).stream()
        .filter(statement -> statement.isKeyValue() && statement.path().size() == 1)
        .filter(statement -> user.value(List.of(PLUGINS)) instanceof Map<?, ?>)
        .filter(statement -> report.preserved.stream().noneMatch(user.table(PLUGINS)::containsKey))
        .forEach(removed::remove);
  }
}
