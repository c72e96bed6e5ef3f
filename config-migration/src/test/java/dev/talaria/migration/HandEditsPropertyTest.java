package dev.talaria.migration;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Edits and migrations in any order: nothing that a person has written is lost unsaid. */
@AddLifecycleHook(SomeTries.class)
class HandEditsPropertyTest {

  private static final Tally TALLY = new Tally();
  private static ScratchHomes homes;

  /** One thing that happens to the file; {@code edit} is null for those that {@code what} names. */
  record Step(HandEdit edit, String what, int where) {}

  @BeforeContainer
  static void make_the_folder() throws IOException {
    homes = ScratchHomes.create();
  }

  @AfterContainer
  static void tell() throws IOException {
    homes.close();
    System.out.println("hand edits: " + TALLY);
    TALLY.requireMostlyMigrated();
  }

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  void nothing_is_lost(@ForAll("documents") String document, @ForAll("steps") List<Step> steps)
      throws IOException {
    if (!HandEdit.isValid(document)) {
      return;
    }
    EditedHome home = new EditedHome(homes.empty(), document, TALLY);
    home.migrate(0);
    for (Step step : steps) {
      switch (step.what()) {
        case "edit" -> home.edit(step.edit(), step.where());
        case "migrate" -> home.migrate(step.where());
        case "unmigrate" -> home.unmigrate();
        case "delete record" -> home.deleteRecord();
        default -> home.deleteBackup();
      }
    }
    home.migrate(0);
  }

  @Provide
  Arbitrary<String> documents() {
    return TomlPieces.documents();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> where = Arbitraries.integers().between(0, 63);
    Arbitrary<Step> edits =
        Combinators.combine(Arbitraries.of(HandEdit.values()), where)
            .as((edit, at) -> new Step(edit, "edit", at));
    Arbitrary<Step> runs =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(9, "migrate"),
                    Tuple.of(1, "unmigrate"),
                    Tuple.of(1, "delete record"),
                    Tuple.of(1, "delete backup")),
                where)
            .as((what, at) -> new Step(null, what, at));
    return Arbitraries.oneOf(edits, edits, runs).list().ofMinSize(2).ofMaxSize(8);
  }
}
