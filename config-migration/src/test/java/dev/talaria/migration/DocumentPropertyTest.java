package dev.talaria.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any configuration is migrated and comes back byte for byte, or is refused and left alone. */
@AddLifecycleHook(SomeTries.class)
class DocumentPropertyTest {

  private static ScratchHomes homes;
  private static int migrated;
  private static int refused;
  private static int invalid;

  @BeforeContainer
  static void make_the_folder() throws IOException {
    homes = ScratchHomes.create();
  }

  @AfterContainer
  static void most_were_migrated() throws IOException {
    homes.close();
    System.out.printf(
        "generated documents: %d migrated and back, %d refused, %d not valid%n",
        migrated, refused, invalid);
    int all = migrated + refused + invalid;
    assertTrue(all >= 10_000 / SomeTries.ONE_IN, "only " + all);
    assertTrue(migrated > all * 7 / 10, "too few were migrated");
  }

  @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
  void comes_back(@ForAll("documents") String document) throws IOException {
    run(document, false, false);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void comes_back_from_among_plugins(@ForAll("documents") String document) throws IOException {
    run(document, true, false);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void comes_back_from_a_take_over(@ForAll("documents") String document) throws IOException {
    run(document, true, true);
  }

  private static void run(String document, boolean plugins, boolean takeOver) throws IOException {
    var home = homes.empty();
    MigrationOptions.Builder options = MigrationOptions.builder(home).takeOver(takeOver);
    if (plugins) {
      options.plugins(
          () ->
              new PluginLister.Listing(
                  List.of(
                      new InstalledPlugin("a", "m", true), new InstalledPlugin("c", "m", false)),
                  List.of()));
    }
    boolean valid = HandEdit.isValid(document);
    boolean done =
        RoundTrip.run(home, document.getBytes(UTF_8), new Migrator(options.build()), takeOver);
    if (!valid) {
      assertFalse(done, "not TOML, and yet migrated");
      invalid++;
    } else if (done) {
      migrated++;
    } else {
      refused++;
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return TomlPieces.documents();
  }
}
