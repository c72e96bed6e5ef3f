package dev.talaria.bench;

import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.Spending;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.Migrator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/**
 * What a migration costs against the size of the user's {@code config.toml}, beside one parse of
 * the same file by tomlj.
 *
 * <p>Belongs to one thread. Migration and parse take turns, and medians are told; every migration
 * has a folder of its own, which is deleted after it.
 */
public final class MigrateComparison {

  /** Two servers, one of them with a name that needs quotes. */
  static final HostConfig HOST =
      HostConfig.parse(
          """
          mcp_servers:
            docs: {command: npx, args: [-y, docs], env: {MODE: "a\\"b"}}
            a b.é: {url: "https://a.example/mcp"}
          """,
          "host.yaml");

  private final int rounds;

  /**
   * @param rounds how many measured rounds; one more before them warms the compiler up
   */
  public MigrateComparison(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1");
    }
    this.rounds = rounds;
  }

  /** Compares for files of these sizes. */
  public BenchTable of(int... kilobytes) throws Exception {
    BenchTable table =
        new BenchTable(
            "migrate",
            "a migration beside one parse by tomlj, " + rounds + " rounds",
            "config.toml KB",
            "migration ms",
            "parse ms",
            "migration/parse",
            "migration cpu ms",
            "migration MB allocated");
    for (int size : kilobytes) {
      String text = document(size);
      List<Spending> migrations = new ArrayList<>();
      List<Spending> parses = new ArrayList<>();
      for (int round = -1; round < rounds; round++) {
        Spending migration = migration(text);
        Spending parse = Spending.of(() -> parse(text));
        if (round >= 0) {
          migrations.add(migration);
          parses.add(parse);
        }
      }
      double migration = Percentiles.median(migrations, Spending::seconds);
      double parse = Percentiles.median(parses, Spending::seconds);
      table.row(
          size,
          migration * 1e3,
          parse * 1e3,
          migration / parse,
          Percentiles.median(migrations, Spending::cpuSeconds) * 1e3,
          Percentiles.median(migrations, each -> each.allocated() / 1e6));
    }
    return table;
  }

  private static Spending migration(String text) throws Exception {
    try (ScratchFolder home = ScratchFolder.create("talaria-bench-")) {
      Files.writeString(home.path().resolve("config.toml"), text, StandardCharsets.UTF_8);
      Migrator migrator = new Migrator(MigrationOptions.builder(home.path()).build());
      return Spending.of(() -> migrator.migrate(HOST));
    }
  }

  private static void parse(String text) {
    if (Toml.parse(text).hasErrors()) {
      throw new IllegalStateException("the document is not TOML");
    }
  }

  /** As Codex writes one for a user with many projects. */
  static String document(int kilobytes) {
    StringBuilder text = new StringBuilder("model = \"gpt-5.5\"\n");
    for (int i = 0; text.length() < kilobytes * 1024; i++) {
      text.append("\n# project ").append(i);
      text.append("\n[projects.\"/home/user/p").append(i).append("\"]\n");
      text.append("trust_level = \"trusted\"\nlist = [1, 2, [3]]\ninline = { a = \"x\" }\n");
    }
    return text.toString();
  }
}
