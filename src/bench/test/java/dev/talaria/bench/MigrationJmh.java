package dev.talaria.bench;

import dev.talaria.base.ScratchFiles;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/**
 * What the first migration of a {@code config.toml} of 50 KB costs, beside one parse of it.
 *
 * <p>Run by {@link JmhBench}; a state belongs to one thread. Its folders are made and deleted
 * outside of what is measured, but for the bytes that this allocates.
 */
public class MigrationJmh {

  /** The file's text. */
  @State(Scope.Thread)
  public static class Document {
    private final String text = MigrateComparison.document(50);
  }

  /** A folder with the file for each migration. */
  @State(Scope.Thread)
  public static class Home {

    private Path folder;
    private Migrator migrator;

    @Setup(Level.Invocation)
    public void make(Document document) throws IOException {
      folder = Files.createTempDirectory("talaria-bench-");
      Files.writeString(folder.resolve("config.toml"), document.text);
      migrator = new Migrator(MigrationOptions.builder(folder).build());
    }

    @TearDown(Level.Invocation)
    public void delete() throws IOException {
      ScratchFiles.delete(folder);
    }
  }

  /** The whole text at once, in memory. */
  @Benchmark
  public TomlParseResult parsed(Document document) {
    TomlParseResult result = Toml.parse(document.text);
    if (result.hasErrors()) {
      throw new IllegalStateException("the document is no TOML");
    }
    return result;
  }

  /** Reading, checking, and writing the file and its backup to the disk. */
  @Benchmark
  public MigrationReport migrated(Home home) {
    return home.migrator.migrate(MigrateComparison.HOST);
  }
}
