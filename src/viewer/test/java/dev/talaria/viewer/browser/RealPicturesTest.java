package dev.talaria.viewer.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.viewer.SessionPage;
import dev.talaria.viewer.Showcase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of {@code docs/viewer.md}, in {@code target/pictures}. */
@Timeout(300)
class RealPicturesTest {

  private static final Path PICTURES =
      Path.of(System.getProperty("talaria.root"), "src/viewer/target/pictures");

  @TempDir Path folder;

  @Test
  void the_main_views_of_a_session_of_the_real_codex() throws Exception {
    Files.createDirectories(PICTURES);
    Path page = folder.resolve("greeter.html");
    try (Showcase show = new Showcase(folder)) {
      // Not a folder of this machine.
      String recorded = Files.readString(show.recording);
      Path session = folder.resolve("session.jsonl");
      Files.writeString(session, recorded.replace(folder.toRealPath().toString(), "/home/user"));
      SessionPage.write(session, page);
    }
    try (Browser browser = new Browser(folder.resolve("home"))) {
      browser.size(1200, 860);
      browser.style("light");
      browser.open(page);
      picture(browser, "conversation", "turn");
      picture(browser, "diff", "patch");
      browser.style("dark");
      picture(browser, "approval", "approval");
      picture(browser, "agents", "agent");
      browser.style("light");
      picture(browser, "answer", "compaction");
      browser.assertQuiet();
    }
  }

  /** With the last item of a kind at the top, but for the first turn. */
  private static void picture(Browser browser, String name, String kind) throws IOException {
    browser.run(
        "const all = talaria.entries;"
            + "const wanted = e => arguments[0] === 'turn' ? e.turn : e.item?.kind === arguments[0];"
            + "talaria.select(arguments[0] === 'approval' ? all.findLastIndex(wanted) - 1"
            + " : arguments[0] === 'compaction' ? all.findIndex(wanted) - 3 : all.findIndex(wanted));"
            + "talaria.selected = null;",
        kind);
    browser.runAsync(
        "const done = arguments[0]; let n = 0;"
            + "(function step() { if (++n > 20) done(); else requestAnimationFrame(step); })()");
    Path png = PICTURES.resolve(name + ".png");
    browser.screenshot(png);
    assertTrue(Files.size(png) > 10_000, png + " is empty");
  }
}
