package dev.talaria.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

/**
 * What a migration costs against the size of the user's file, beside one parse of it by tomlj.
 *
 * <p>{@code mvn verify -Pbench} runs it and prints its table.
 */
class MigrationBench {

  @Test
  void size_of_the_file() throws IOException {
    System.out.printf("%10s %14s %14s %12s%n", "file", "migration", "one parse", "ratio");
    for (int kilobytes : new int[] {50, 50, 500, 5000}) {
      Path home = Files.createTempDirectory("talaria-bench-");
      String text = document(kilobytes);
      Files.write(home.resolve("config.toml"), text.getBytes(StandardCharsets.UTF_8));
      long start = System.nanoTime();
      new Migrator(MigrationOptions.builder(home).build()).migrate(RoundTrip.HOST);
      long migration = System.nanoTime() - start;
      start = System.nanoTime();
      if (Toml.parse(text).hasErrors()) {
        throw new IllegalStateException("the document is no TOML");
      }
      long parse = System.nanoTime() - start;
      System.out.printf(
          "%7d KB %11.0f ms %11.0f ms %12.2f%n",
          kilobytes, migration / 1e6, parse / 1e6, (double) migration / parse);
      try (var files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** As Codex writes one for a user with many projects. */
  static String document(int kilobytes) {
    StringBuilder text = new StringBuilder("model = \"gpt-5.5\"\n");
    for (int i = 0; text.length() < kilobytes * 1024; i++) {
      text.append("\n# project ").append(i);
      text.append("\n[projects.\"/home/user/p").append(i).append("\"]\n");
      text.append("trust_level = \"trusted\"\nlist = [1, 2, [3]]\ninline = { a = 1, b = \"x\" }\n");
    }
    return text.toString();
  }
}
