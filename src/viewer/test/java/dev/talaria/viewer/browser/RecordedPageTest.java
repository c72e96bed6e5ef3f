package dev.talaria.viewer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.viewer.HostileSession;
import dev.talaria.viewer.SessionPage;
import dev.talaria.viewer.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a real Chromium. */
@Timeout(300)
class RecordedPageTest {

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  static Stream<Path> recordings() {
    return Sessions.recordings();
  }

  static Stream<HostileSession> hostile() {
    return HostileSession.all();
  }

  private static Path page(Path session) throws IOException {
    Path html = folder.resolve(session.getFileName() + ".html");
    SessionPage.write(session, html);
    return html;
  }

  /** Without what Markdown takes for itself, and without blanks. */
  private static String words(String text) {
    return text.replaceAll("[\\s*#`_-]+", "");
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void a_recording_is_shown_in_full_without_a_complaint_or_a_network(Path recording)
      throws IOException {
    browser.open(page(recording));
    String shown = words(browser.scrolledText());
    for (String message : Sessions.messages(recording)) {
      assertTrue(shown.contains(words(message)), () -> message + " is not in " + shown);
    }
    browser.assertQuiet();
  }

  /**
   * Every field at once, in patches, commands, approvals, tools, and agents; looked at row by row.
   */
  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_session_runs_nothing(HostileSession session) throws IOException {
    Path file = session.write(folder, "patch-accepted", "command-failing", "sub-agent", "mcp-form");
    browser.open(page(file));
    String shown = browser.scrolledText();
    assertFalse(shown.startsWith("failed") || shown.contains("cannot be shown"), shown);
    assertNull(browser.run("return window.owned"));
    browser.assertQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axe_finds_nothing_serious(String scheme) throws IOException {
    for (String name :
        List.of(
            "patch-accepted",
            "command-failing",
            "sub-agent",
            "plan",
            "error-429",
            "user-input",
            "two-threads")) {
      browser.style(scheme);
      browser.open(page(Sessions.recording(name)));
      assertEquals(List.of(), browser.axe(), name);
    }
  }

  @Test
  void search_filters_and_links_find_their_items() throws IOException {
    Path page = page(Sessions.recording("command-failing"));
    browser.open(page, "#item-4");
    browser.wait("return document.querySelector('.row.selected')?.dataset.key === 'item-4'");
    browser.run(
        "const input = document.querySelector('input[type=search]'); input.value = 'BOOM';"
            + " input.dispatchEvent(new Event('input'))");
    browser.wait("return talaria.found !== null && !talaria.searching");
    assertEquals(
        List.of("command", "approval"),
        browser.run("return talaria.entries.filter(e => e.item).map(e => e.item.kind)"));
    browser.run("talaria.search('')");
    browser.wait("return talaria.found === null");
    browser.run("document.querySelector('.kinds button.command').click()");
    assertEquals(
        List.of("user", "approval", "message"),
        browser.run("return talaria.entries.filter(e => e.item).map(e => e.item.kind)"));
    browser.assertQuiet();
  }

  /** The page's policy takes no styles, so bold text and colours of 24 bits become classes. */
  @Test
  void colours_of_a_command_become_those_of_the_page() throws IOException {
    String output =
        "\\u001b[1mbold\\u001b[0m \\u001b[38;2;250;10;10mrose\\u001b[0m"
            + " \\u001b[48;2;10;10;240msea\\u001b[0m \\u001b[4;32mgrass\\u001b[0m";
    Path session = folder.resolve("colours.jsonl");
    Files.writeString(
        session,
        Files.readString(Sessions.recording("command-failing"))
            .replace("\"aggregatedOutput\":\"boom", "\"aggregatedOutput\":\"" + output));
    browser.open(page(session));
    browser.scrolledText();
    assertEquals(
        List.of(
            List.of("bold", "700"),
            List.of("rose", "ansi-red-fg"),
            List.of("sea", "ansi-blue-bg"),
            List.of("grass", "ansi-underline ansi-green-fg")),
        browser.run(
            """
            return [...document.querySelectorAll("[class*=ansi-]")].map(one => [one.textContent,
              one.className === "ansi-bold" ? getComputedStyle(one).fontWeight : one.className]);
            """));
    browser.assertQuiet();
  }

  @Test
  void a_recording_of_200_megabytes_opens_and_scrolls() throws IOException {
    Path session = LargeRecording.write(folder.resolve("large.jsonl"), 200_000_000);
    Path page = page(session);
    browser.open(page);
    // From the beginning of the navigation to the first rows, as the browser's own clock has it.
    Object opened =
        browser.run("return performance.getEntriesByName('talaria-shown')[0].startTime");
    Object frames =
        browser.runAsync(
            """
            const done = arguments[0];
            const main = document.querySelector("main");
            const times = [];
            let last = performance.now(), n = 0;
            (function step() {
              const now = performance.now();
              times.push(now - last);
              last = now;
              main.scrollTop += 150;
              if (++n < 200) requestAnimationFrame(step);
              else done(times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]);
            })();
            """);
    Object all = browser.run("return talaria.entries.length");
    Object rows = browser.run("return document.querySelectorAll('.row').length");
    System.out.printf(
        "200 MB: page of %d MB, %s rows, shown after %s ms, 95%% of frames within %s ms, %s rows in the document%n",
        Files.size(page) / 1_000_000, all, opened, frames, rows);
    assertTrue(((Number) opened).doubleValue() < 30_000, "shown after " + opened + " ms");
    assertTrue((Long) rows < 60, rows + " rows in the document");
    browser.assertQuiet();
  }
}
