package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDiffTest {

  private static final String SECRET = "hunter2hunter2";

  private static String diff(String before, String after) {
    return String.join("\n", ConfigDiff.of("c.toml", before, after));
  }

  @Test
  void the_same_text_has_no_diff() {
    assertEquals(List.of(), ConfigDiff.of("c.toml", "a = 1\n", "a = 1\n"));
  }

  @Test
  void changed_lines_stand_with_three_lines_around_them() {
    assertEquals(
        "--- c.toml\n+++ c.toml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h",
        diff("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nE\nf\ng\nh\ni\n"));
  }

  @Test
  void a_new_file_and_an_emptied_one_begin_at_line_0() {
    assertEquals("--- c.toml\n+++ c.toml\n@@ -0,0 +1,1 @@\n+a", diff("", "a\n"));
    assertEquals("--- c.toml\n+++ c.toml\n@@ -1,1 +0,0 @@\n-a", diff("a\n", ""));
  }

  @Test
  void a_missing_end_of_the_last_line_is_a_difference() {
    assertEquals(
        "--- c.toml\n+++ c.toml\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a",
        diff("a", "a\n"));
  }

  @Test
  void a_changed_secret_is_a_changed_line_without_the_secret() {
    String shown = diff("API_KEY = \"" + SECRET + "\"\n", "API_KEY = \"" + SECRET + "2\"\n");
    assertTrue(shown.contains("-API_KEY = \"[redacted]\"\n+API_KEY = \"[redacted]\""), shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env = { OPENAI_KEY = \"%s\", A = \"b\" }",
        "\"X-My-Key\" = '%s'",
        "MY_PAT = \"%s\"",
        "password = \"quote \\\" %s\"",
        "args = [\"--db-password\", \"%s\"]",
        "http_headers = { Authorization = \"Bearer %s\" }",
        "url = \"https://me:%s@example.com\"",
        "secret = \"\"\"\n%s\nmore\"\"\"\nb = 1",
        "x = \"\"\"\n-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n\"\"\"\nb = 1",
      })
  void secrets_are_masked_in_every_line_that_is_shown(String form) {
    String text = form.formatted(SECRET) + "\n";
    String shown = diff("a = 1\n" + text, "a = 2\n" + text) + diff("", text);
    assertFalse(shown.contains(SECRET), shown);
    assertTrue(shown.contains("[redacted]"), shown);
    assertEquals(text.contains("b = 1"), shown.contains("b = 1"), shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env_vars = [\"GITHUB_TOKEN\"]",
        "bearer_token_env_var = \"SEARCH_TOKEN\"",
        "env_key = \"OPENAI_API_KEY\"",
        "MAX_TOKENS = \"100\"",
        "path = \"/usr/bin\"",
        "[mcp_servers.token]"
      })
  void references_are_shown(String line) {
    assertTrue(diff("", line + "\n").endsWith("+" + line), diff("", line + "\n"));
  }

  @Test
  void what_would_steer_the_terminal_is_made_visible_and_line_ends_are_not_shown() {
    String shown = diff("", "a = 1 # \u001b[31m\r\n");
    assertFalse(shown.contains("\u001b") || shown.contains("\r"), shown);
    assertTrue(shown.contains("+a = 1 # "), shown);
  }
}
