package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  /** In quadratic time the texts below take longer on any machine. */
  private static final Duration LINEAR = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key sk-live-SECRET0123456789 end",
        "Authorization: Bearer SECRET0123456789",
        "{\"authorization\":\"Bearer SECRET0123456789\"}",
        "authorization=SECRET0123456789",
        "Basic auth: Authorization: Basic SECRET0123456789",
        "bearer SECRET0123456789",
        "ghp_SECRET0123456789abcdef",
        "github_pat_SECRET0123456789",
        "xoxb-SECRET0123456789",
        "OPENAI_API_KEY=SECRET0123456789",
        "\"access_token\": \"SECRET0123456789\"",
        "https://me:SECRET0123456789@example.com/x",
        "-----BEGIN RSA PRIVATE KEY-----\nSECRET0123456789\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nSECRET0123456789 cut off",
        "eyJhbGciOiJIUzI1NiJ9.SECRET0123456789SECRET.c2ln",
      })
  void a_secret_is_masked(String text) {
    assertFalse(Redaction.redact(text).contains("SECRET0123456789"), Redaction.redact(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "turn completed in 12 ms",
        "/home/alice/project/src/Main.java:12: error",
        "inputTokens 80, cachedInputTokens 20",
        "task-based, desk-top",
        "GET https://example.com/v1/responses?x=1",
      })
  void ordinary_text_is_kept(String text) {
    assertEquals(text, Redaction.redact(text));
  }

  @Test
  void what_surrounds_a_secret_is_kept() {
    assertEquals(
        "401 for Authorization: [redacted], retry",
        Redaction.redact("401 for Authorization: Bearer abcdef123456, retry"));
  }

  @Test
  void a_long_hostile_line_is_handled_in_linear_time() {
    String hostile =
        "eyJ".repeat(100_000)
            + "-eyJabcdefgh".repeat(100_000)
            + " bearer ".repeat(50_000)
            + "x://".repeat(50_000);
    assertTimeoutPreemptively(LINEAR, () -> Redaction.redact(hostile));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '~',
      value = {
        "token=abcd1234; rm x % abcd1234",
        "Authorization: Bearer abcd1234 x % abcd1234",
        "\"authorization\" : \"Basic abcd1234\" % abcd1234",
        "https://u:abcd1234@h % abcd1234",
        "x sk-abcd1234 token=sk-abcd1234, % sk-abcd1234|sk-abcd1234",
        "token=abcd$(x) % abcd",
        "{\\\"token\\\": \\\"abcd1234\\\"} % abcd1234",
        "token=[4 characters masked] % ''",
        "token= abcd1234 % ''",
        "token=$(abcd1234) % ''",
        "-----BEGIN PRIVATE KEY----- abcd1234 % ''"
      })
  void a_bounded_value_is_part_of_a_word(String text, String values) {
    assertEquals(
        values.replace("''", ""),
        Redaction.values(text).stream()
            .map(value -> text.substring(value.start(), value.end()))
            .collect(Collectors.joining("|")));
  }

  @Test
  void bounded_values_are_found_in_linear_time() {
    String hostile =
        "eyJ".repeat(100_000)
            + "-eyJabcdefgh".repeat(100_000)
            + " bearer ".repeat(50_000)
            + "x://".repeat(50_000)
            + "token=abcd".repeat(50_000);
    assertTimeoutPreemptively(LINEAR, () -> Redaction.values(hostile));
  }
}
