package dev.talaria.viewer.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.viewer.LiveLab;
import dev.talaria.viewer.SessionPage;
import dev.talaria.viewer.Showcase;
import dev.talaria.viewer.TalariaViewer;
import dev.talaria.viewer.ViewerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
      browser.open(page);
      picture(browser, "conversation");
      top(browser, "e => e.item?.kind === 'patch'");
      picture(browser, "diff");
      top(browser, "e => e.item?.kind === 'agent'");
      picture(browser, "agents");
      browser.assertQuiet();
    }
  }

  @Test
  void the_live_page_while_an_approval_waits_and_its_raw_messages() throws Exception {
    Files.createDirectories(PICTURES);
    ModelScript script =
        ModelScript.builder()
            .when("README")
            .text("The README names the *old* Java version in two places; both are 17 now.")
            .when("release")
            .reply(
                OutputItem.reasoning("**Looking for the tag**\n\nThe version is in `pom.xml`."),
                OutputItem.text("I look which tags there are, and **what has changed** since."),
                OutputItem.command("printf 'v0.8.0\\nv0.9.0\\n'"))
            .reply(
                OutputItem.text(
                    "`v0.9.0` is the last one. The next is pushed with the token that the build has:"),
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd",
                        "git tag v1.0.0 && git push https://deploy:sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12@git.example/shop.git v1.0.0",
                        "sandbox_permissions",
                        "require_escalated",
                        "justification",
                        "Do you want the new tag to be pushed?")))
            .text("Nothing was pushed.")
            .build();
    try (LiveLab lab = new LiveLab(folder);
        TalariaViewer viewer =
            TalariaViewer.start(lab.codex, ViewerOptions.builder().interactive(true).build());
        CodexSession readme = lab.open(script, viewer.approvals());
        CodexSession release =
            lab.codex.openSession(
                SessionOptions.builder().cwd(lab.workspace).approvals(viewer.approvals()).build());
        Browser browser = new Browser(folder.resolve("home"))) {
      readme.name("Old Java version");
      release.name("Release 1.0.0");
      readme.runTurn("Is the README up to date?");
      browser.size(1200, 860);
      browser.openLive(viewer.uri());
      Turn turn = release.startTurn(TurnInput.of("Tag the release 1.0.0"), TurnListener.NONE);
      browser.wait("return document.querySelector('.choices .once:enabled') !== null");
      // Not a folder of this machine.
      String clean =
          "const from = arguments[0]; const change = o => JSON.parse(JSON.stringify(o).replaceAll(from, '/home/user'));"
              + "const s = talaria.session; s.threads = change(s.threads); s.items.forEach(i => i.body = change(i.body));"
              + "s.asks.forEach((ask, id) => s.asks.set(id, Object.assign(ask, change(ask))));"
              + "talaria.around.raw.messages.forEach(m => m.head = m.head.replaceAll(from, '/home/user'));"
              + "talaria.refresh(); talaria.pick(s.threads.length - 1);";
      String machine = folder.toRealPath().toString();
      browser.run(clean, machine);
      settle(browser);
      browser.run(
          "const main = document.querySelector('main'); main.scrollTop = main.scrollHeight;");
      settle(browser);
      picture(browser, "approval");
      browser.click(".choices .deny");
      turn.await();
      browser.waitForText("Nothing was pushed.");
      browser.run(clean, machine);
      top(browser, "(e, i, all) => i === all.findLastIndex(e => e.turn)");
      picture(browser, "timeline");
      browser.click("button.show-raw");
      browser.type(".raw-method", "t");
      browser.click(".raw-row.reply");
      browser.run(clean, machine);
      browser.run(
          "talaria.around.raw.text = talaria.around.raw.text.replaceAll(arguments[0], '/home/user'); talaria.frame()",
          machine);
      picture(browser, "raw");
      browser.assertQuiet();
    }
  }

  private static void settle(Browser browser) {
    browser.runAsync(
        "const done = arguments[0]; let n = 0;"
            + "(function step() { if (++n > 20) done(); else requestAnimationFrame(step); })()");
  }

  /** Scrolls to the first entry of this kind. */
  private static void top(Browser browser, String wanted) {
    browser.run(
        "talaria.select(talaria.entries.findIndex(" + wanted + ")); talaria.selected = null;");
  }

  /** In both colour schemes. */
  private static void picture(Browser browser, String name) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.style(scheme);
      settle(browser);
      Path png = PICTURES.resolve(name + "-" + scheme + ".png");
      browser.screenshot(png);
      assertTrue(Files.size(png) > 10_000, png + " is empty");
    }
  }
}
