package dev.talaria.migration;

import static org.awaitility.Awaitility.await;

import dev.talaria.migration.file.WriteChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The process that migrates in the tests of many processes and of kills.
 *
 * <p>It ends when its standard input does, so that none survives the test.
 */
final class MigrationChild {

  static final String READY = "READY";

  private MigrationChild() {}

  public static void main(String[] arguments) throws IOException {
    WriteChild.endWithTheTest();
    Path home = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "once" ->
          once(home, arguments[2], Integer.parseInt(arguments[3]), Path.of(arguments[4]));
      case "loop" -> loop(home);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /**
   * One of the configurations of a host: a server that others of the host have too, and its own.
   */
  static HostConfig host(String host, int number) {
    return HostConfig.parse(
        "mcp_servers: {%1$s-all: {command: 'c%2$d'}, %1$s-%2$d: {command: c}}"
            .formatted(host, number),
        "host.yaml");
  }

  static Migrator migrator(Path home, String host) {
    return new Migrator(MigrationOptions.builder(home).hostName(host).build());
  }

  /**
   * Migrates when it is told to go and gets its turn, and leaves the previous and the new file of
   * the report. Its first migration is one elsewhere: a cold JVM would keep the lock for seconds.
   */
  private static void once(Path home, String host, int number, Path reports) throws IOException {
    migrator(Files.createDirectory(reports.resolve("warm-" + host + number)), host)
        .migrate(host(host, number));
    System.out.println(READY);
    await().pollInterval(Duration.ofMillis(2)).forever().until(() -> Files.exists(go(reports)));
    MigrationReport report = inTurn(migrator(home, host), host(host, number));
    Files.writeString(reports.resolve(host + number + ".before"), report.before());
    Files.writeString(reports.resolve(host + number + ".after"), report.after());
    System.out.println(report.migrated());
  }

  /** Does as the refusal says where the others took longer than a migration waits. */
  private static MigrationReport inTurn(Migrator migrator, HostConfig host) {
    while (true) {
      try {
        return migrator.migrate(host);
      } catch (MigrationException e) {
        if (!e.getMessage().contains("then run this one again")) {
          throw e;
        }
      }
    }
  }

  /** Migrates one configuration over the other until it is killed. */
  private static void loop(Path home) {
    Migrator migrator = migrator(home, "talaria");
    HostConfig[] hosts = {host("talaria", 0), host("talaria", 1)};
    boolean first = true;
    for (int i = 0; ; i = 1 - i) {
      if (migrator.migrate(hosts[i]).changed() && first) {
        System.out.println(READY);
        first = false;
      }
    }
  }

  /** The file that lets all of them go. */
  static Path go(Path reports) {
    return reports.resolve("go");
  }
}
