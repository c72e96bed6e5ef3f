package dev.talaria.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.migration.file.WriteStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that fails at a step of one of its three files; the next one puts all right. */
class MigrationStepsTest {

  private static final String USER = "model = \"m\"\n[plugins.\"a@m\"]\nenabled = true\n[t]\nx = 1";

  @TempDir Path home;

  /** Each step of the record, the backup and the configuration, which comes last. */
  static Stream<Arguments> steps() {
    return Stream.of(1, 2, 3)
        .flatMap(file -> Stream.of(WriteStep.values()).map(step -> Arguments.of(file, step)));
  }

  private Migrator migrator(WriteStep.Observer observer) {
    InstalledPlugin plugin = new InstalledPlugin("a", "m", true);
    return new Migrator(
        MigrationOptions.builder(home)
            .plugins(() -> new PluginLister.Listing(List.of(plugin), List.of()))
            .build(),
        observer);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void the_first_migration(int file, WriteStep step) throws IOException {
    String failed = failAt(file, step, 0, USER);
    assertRepaired(failed, 0);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_migration_over_another_after_an_edit(int file, WriteStep step) throws IOException {
    write(USER);
    migrator(WriteStep.Observer.NONE).migrate(MigrationChild.host("talaria", 1));
    String edited = Files.readString(home.resolve("config.toml")).replace("= \"m\"", "= \"n\"");
    String failed = failAt(file, step, 0, edited);
    assertRepaired(failed, 0);
  }

  private void write(String text) throws IOException {
    Files.writeString(home.resolve("config.toml"), text);
  }

  /** Migrates with a failure, and gives the text that is there then: the old one, or the new. */
  private String failAt(int file, WriteStep step, int host, String text) throws IOException {
    write(text);
    int[] files = {0};
    Migrator failing =
        migrator(
            (now, temporary) -> {
              files[0] += now == WriteStep.CREATE ? 1 : 0;
              if (files[0] == file && now == step) {
                throw new IOException("no luck");
              }
            });
    if (step == WriteStep.FSYNC_FOLDER) {
      // the file is there by then: no reason to say that it is not
      failing.migrate(MigrationChild.host("talaria", host));
      return Files.readString(home.resolve("config.toml"));
    }
    assertThrows(
        MigrationException.class, () -> failing.migrate(MigrationChild.host("talaria", host)));
    assertEquals(text, Files.readString(home.resolve("config.toml")));
    return text;
  }

  private void assertRepaired(String failed, int host) throws IOException {
    Migrator migrator = migrator(WriteStep.Observer.NONE);
    migrator.migrate(MigrationChild.host("talaria", host));
    String now = Files.readString(home.resolve("config.toml"));
    assertEquals(1, now.split("# managed by talaria", -1).length - 1, failed);
    assertFalse(migrator.migrate(MigrationChild.host("talaria", host)).changed());
    try (var left = Files.list(home)) {
      assertEquals(4, left.count(), "a temporary file stayed");
    }
    migrator.unmigrate();
    boolean edited = failed.contains("= \"n\"");
    String back = Files.readString(home.resolve("config.toml"));
    if (edited) {
      // what had moved into the section comes back with its meaning, not to its place
      assertEquals(
          RoundTrip.values(USER.replace("= \"m\"", "= \"n\"").getBytes(UTF_8)),
          RoundTrip.values(back.getBytes(UTF_8)));
    } else {
      assertEquals(USER, back);
    }
  }
}
