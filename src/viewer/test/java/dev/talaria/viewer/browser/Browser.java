package dev.talaria.viewer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium of this machine with a home of its own. Belongs to one thread; closing it
 * ends the browser and its driver.
 */
final class Browser implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  /** Where the pages of a live viewer are; what they ask of it is not the network. */
  private String viewer = "about:";

  private final ChromeDriverService service;

  Browser(Path home) {
    Path chromium = program("chromium", "google-chrome", "chrome");
    Path chromedriver = program("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--user-data-dir=" + home,
        "--window-size=1400,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(LIMIT).pageLoadTimeout(LIMIT);
  }

  private static Path program(String... names) {
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      for (String name : names) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    throw new IllegalStateException(
        String.join(" or ", names)
            + " is not on PATH, which -Pbrowser needs; on Debian: apt-get install chromium chromium-driver");
  }

  /** Opens a page, and waits until it shows the session. */
  Browser open(Path page) {
    return open(page, "");
  }

  Browser open(Path page, String fragment) {
    driver.get("about:blank");
    logs();
    driver.get(page.toUri() + fragment);
    wait("return document.documentElement.dataset.ready === 'true'");
    return this;
  }

  /** Opens the page of a live viewer. */
  Browser openLive(URI address) {
    driver.get("about:blank");
    logs();
    viewer = address.resolve("./").toString();
    driver.get(address.toString());
    wait("return document.documentElement.dataset.ready === 'true'");
    return this;
  }

  Browser reload() {
    driver.navigate().refresh();
    wait("return document.documentElement.dataset.ready === 'true'");
    return this;
  }

  /** Clicks as a person does: fails where something else lies above, or it is disabled. */
  void click(String selector) {
    wait(
        "const all = document.querySelectorAll(arguments[0]);"
            + " return all.length > 0 && !all[0].disabled",
        selector);
    driver.findElement(By.cssSelector(selector)).click();
  }

  void type(String selector, String text) {
    driver.findElement(By.cssSelector(selector)).sendKeys(text);
  }

  /** Waits until the page shows a text. */
  void waitForText(String text) {
    wait("return document.body.innerText.includes(arguments[0])", text);
  }

  /** Waits until a script returns true. */
  void wait(String script, Object... arguments) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!Boolean.TRUE.equals(run(script, arguments))) {
      if (System.nanoTime() > deadline) {
        Object page = run("return document.body.innerText.slice(-4000)");
        throw new AssertionError(
            "not true within " + LIMIT + ": " + script + "\n" + logs() + "\n" + page);
      }
      Thread.onSpinWait();
    }
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  Object runAsync(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeAsyncScript(script, arguments);
  }

  void style(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        java.util.Map.of(
            "features",
            List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new org.openqa.selenium.Dimension(width, height));
  }

  void screenshot(Path png) throws IOException {
    Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** All that is on the page when every row has been in sight. */
  String scrolledText() {
    return (String)
        runAsync(
            """
            const done = arguments[0];
            const main = document.querySelector("main");
            const texts = new Map();
            const markup = "script, img, svg, iframe, object, embed, style, form, link, base, meta, video, audio, [style*=url], [onerror], [onload]";
            const hidden = /[\\u202a-\\u202e\\u2066-\\u2069\\u0000-\\u0008\\u001b\\u200b\\ufeff]/;
            const bad = [];
            const app = talaria;
            for (const button of document.querySelectorAll(".more button")) button.click();
            (async () => {
              for (let i = 0; i < app.entries.length; i++) {
                const entry = app.entries[i];
                if (entry.item) await app.session.block(entry.item.block);
                app.virtualizer.scrollToIndex(i, { align: "start", behavior: "auto" });
                await new Promise(requestAnimationFrame);
                app.show();
                const rows = document.querySelectorAll(".row");
                for (const row of rows) {
                  texts.set(row.dataset.key, row.innerText);
                  for (const one of row.querySelectorAll(markup)) bad.push(one.outerHTML);
                  for (const link of row.querySelectorAll("a[href]")) {
                    if (!/^(https?:|mailto:|#)/.test(link.getAttribute("href"))) bad.push(link.outerHTML);
                  }
                  if (hidden.test(row.innerText)) bad.push("hidden: " + row.innerText.slice(0, 1000));
                }
                while (texts.has(app.entries[i + 1]?.key)) i++;
              }
              if (bad.length > 0) throw new Error(bad[0]);
              return [...texts.values()].join("\\n");
            })().then(done, (error) => done("failed: " + error.stack));
            """);
  }

  /** What axe finds of serious or critical impact. */
  Object axe() throws IOException {
    run(
        Files.readString(
            Path.of(
                System.getProperty("talaria.root"),
                "src/viewer/node_modules/axe-core/axe.min.js")));
    return runAsync(
        "const done = arguments[0]; axe.run(document).then(r => done(r.violations"
            + ".filter(v => ['serious', 'critical'].includes(v.impact))"
            + ".map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; '))),"
            + " e => done([String(e)]))");
  }

  /** What the page complained about, and what it asked the network for, since it was opened. */
  List<String> logs() {
    List<String> found = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      found.add(entry.getLevel() + " " + entry.getMessage());
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      String message = entry.getMessage();
      if (message.contains("\"Network.requestWillBeSent\"")
          && !message.contains("\"url\":\"file:")
          && !message.contains("\"url\":\"" + viewer)
          && !message.contains("\"url\":\"about:")) {
        found.add("network " + message);
      }
    }
    return found;
  }

  void assertQuiet() {
    assertEquals(List.of(), logs());
  }

  @Override
  public void close() {
    driver.quit();
    service.stop();
  }
}
