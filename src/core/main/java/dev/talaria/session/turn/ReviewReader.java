package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.result.ReviewFindings;
import dev.talaria.session.result.ReviewFindings.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a review found: from the thread's rollout, which has what the reviewer answered, or
 * from the text that Codex derives from it.
 *
 * <p>Source: 0.125.0 to 0.169.0, measured. The text is the explanation, a headline, and for each
 * finding its title and place on one line, and its body below, indented.
 */
final class ReviewReader {

  private static final Logger log = LoggerFactory.getLogger(ReviewReader.class);

  private static final String RECORDED = "review_output";
  private static final Pattern HEADLINE =
      Pattern.compile("(?m)^(?:Full review comments|Review comment):$");
  private static final Pattern FINDING =
      Pattern.compile("(?m)^- (?<title>.*) \u2014 (?<file>.*):(?<first>\\d+)-(?<last>\\d+)$");
  private static final Pattern PRIORITY = Pattern.compile("^\\[P(\\d)]");

  private ReviewReader() {}

  /**
   * What the review found. Reads a file.
   *
   * @param rollout the thread's; empty for none
   * @param text of {@code exitedReviewMode}
   */
  static ReviewFindings read(String rollout, String text) {
    JsonNode recorded = WireJson.mapper().nullNode();
    try {
      recorded = rollout.isEmpty() ? recorded : latest(Path.of(rollout));
    } catch (IOException | RuntimeException e) {
      log.info("the findings are read from the text, not from {}: {}", rollout, e.toString());
    }
    ReviewFindings whole = ofRecorded(recorded, text);
    ReviewFindings told = ofText(text);
    return isSame(whole, told) ? whole : told;
  }

  private static JsonNode latest(Path rollout) throws IOException {
    String latest = "{}";
    try (BufferedReader lines = Files.newBufferedReader(rollout)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        latest = line.contains("\"" + RECORDED + "\"") ? line : latest;
      }
    }
    JsonNode found = WireJson.mapper().readTree(latest).findValue(RECORDED);
    return found == null ? WireJson.mapper().nullNode() : found;
  }

  /** The rollout may not be written as far, and tell of an earlier review. */
  private static boolean isSame(ReviewFindings recorded, ReviewFindings told) {
    return recorded.explanation().equals(told.explanation())
        && recorded.findings().stream()
            .map(ReviewReader::place)
            .toList()
            .equals(told.findings().stream().map(ReviewReader::place).toList());
  }

  private static List<Object> place(Finding finding) {
    return List.of(finding.title(), finding.file(), finding.firstLine(), finding.lastLine());
  }

  private static ReviewFindings ofRecorded(JsonNode recorded, String text) {
    List<Finding> findings = new ArrayList<>();
    recorded.path("findings").forEach(each -> findings.add(finding(each)));
    String correctness = WireJson.text(recorded, "overall_correctness");
    return new ReviewFindings(
        !correctness.isEmpty() || !findings.isEmpty(),
        findings,
        correctness,
        WireJson.text(recorded, "overall_explanation").strip(),
        correctness.isEmpty()
            ? OptionalDouble.empty()
            : number(recorded.path("overall_confidence_score")),
        text);
  }

  private static Finding finding(JsonNode wire) {
    JsonNode place = wire.path("code_location");
    JsonNode lines = place.path("line_range");
    JsonNode priority = wire.path("priority");
    return new Finding(
        WireJson.text(wire, "title"),
        WireJson.text(wire, "body"),
        number(wire.path("confidence_score")),
        priority.isInt() ? OptionalInt.of(priority.intValue()) : OptionalInt.empty(),
        WireJson.text(place, "absolute_file_path"),
        lines.path("start").asInt(0),
        lines.path("end").asInt(0));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
  }

  static ReviewFindings ofText(String text) {
    Matcher headline = HEADLINE.matcher(text);
    boolean has = headline.find();
    List<Finding> findings = new ArrayList<>();
    Matcher finding = FINDING.matcher(text);
    int next = has ? headline.end() : text.length();
    boolean more = finding.find(next);
    while (more) {
      String title = finding.group("title");
      String file = finding.group("file");
      int first = Integer.parseInt(finding.group("first"));
      int last = Integer.parseInt(finding.group("last"));
      int bodyAt = finding.end();
      more = finding.find();
      String body = text.substring(bodyAt, more ? finding.start() : text.length());
      Matcher priority = PRIORITY.matcher(title);
      findings.add(
          new Finding(
              title,
              body.replaceAll("(?m)^  ", "").strip(),
              OptionalDouble.empty(),
              priority.find()
                  ? OptionalInt.of(Integer.parseInt(priority.group(1)))
                  : OptionalInt.empty(),
              file,
              first,
              last));
    }
    String explanation = has ? text.substring(0, headline.start()).strip() : text.strip();
    return new ReviewFindings(
        !findings.isEmpty(), findings, "", explanation, OptionalDouble.empty(), text);
  }
}
