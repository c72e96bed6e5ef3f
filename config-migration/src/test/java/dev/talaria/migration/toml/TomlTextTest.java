package dev.talaria.migration.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.base.internal.TomlText;
import dev.talaria.migration.translate.CodexMcpServer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Keys and values as TOML text, judged by a TOML parser. */
class TomlTextTest {

  @Test
  void every_control_character_is_escaped() {
    assertEquals(
        "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u001B\\u007F\u0085\"",
        TomlText.string("\b\t\n\f\r\"\\\0\u001b\u007f\u0085"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\ud83d", "\ude00\ud83d", "\ud800\ud800\udc00"})
  void half_of_a_surrogate_pair_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> TomlText.string(text));
    assertThrows(IllegalArgumentException.class, () -> TomlText.key(text));
  }

  @Test
  void only_ascii_keys_are_bare() {
    assertEquals("\"é\"", TomlText.key("é"));
    assertEquals("\"\"", TomlText.key(""));
    assertEquals("\"a\\n\"", TomlText.key("a\n"));
    assertEquals("\"٣\"", TomlText.key("٣"));
    assertEquals("-1_a", TomlText.key("-1_a"));
  }

  @Test
  void what_toml_cannot_hold_is_refused() {
    for (Object value : new Object[] {null, Double.NaN, BigInteger.TEN, 'c', Map.of(1, 2)}) {
      assertThrows(IllegalArgumentException.class, () -> TomlText.value(value));
    }
    assertThrows(
        IllegalArgumentException.class, () -> TomlText.value(List.of(Double.NEGATIVE_INFINITY)));
  }

  @Test
  void a_server_is_a_table_with_a_line_for_each_key() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("enabled", false);
    keys.put("required", true);
    keys.put("startup_timeout_sec", 30.0);
    keys.put("tool_timeout_sec", 1e10);
    keys.put("env", Map.of("A.B", "b"));
    keys.put("disabled_tools", List.of());
    keys.put("command", "npx");
    assertEquals(
        """
        [mcp_servers."a b"]
        command = "npx"
        env = { "A.B" = "b" }
        tool_timeout_sec = 1.0E10
        startup_timeout_sec = 30.0
        disabled_tools = []
        required = true
        enabled = false
        """,
        new CodexMcpServer("a b", keys).toml());
  }

  @Property(tries = 3000)
  void any_key_and_text_are_read_back(@ForAll("texts") String key, @ForAll("texts") String text) {
    TomlParseResult parsed = parse(TomlText.key(key) + " = " + TomlText.value(text));
    assertEquals(List.of(List.of(key)), List.copyOf(parsed.keyPathSet()));
    assertEquals(text, parsed.get(List.of(key)));
  }

  @Property(tries = 1000)
  void any_tree_is_read_back(@ForAll("trees") Object tree) {
    assertEquals(tree, plain(parse("k = " + TomlText.value(tree)).get(List.of("k"))));
  }

  @Property
  void any_finite_double_is_read_back_as_a_float(@ForAll double number) {
    assertEquals(number, parse("k = " + TomlText.value(number)).get(List.of("k")));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < 0xd800 || c > 0xdfff)
            .list()
            .ofMaxSize(12)
            .map(TomlTextTest::text);
    Arbitrary<String> nasty =
        Arbitraries.of(
                "\"", "\\", "\n", "\r\n", "\0", "\u007f", "\u0085", "\u2028", "'''", "#", "=")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(any, nasty, Arbitraries.strings().ascii().ofMaxLength(12));
  }

  private static String text(List<Integer> codePoints) {
    StringBuilder out = new StringBuilder();
    codePoints.forEach(out::appendCodePoint);
    return out.toString();
  }

  @Provide
  Arbitrary<Object> trees() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().map(t -> (Object) t),
            Arbitraries.longs().map(n -> (Object) n),
            Arbitraries.doubles().map(n -> (Object) n),
            Arbitraries.of(true, false).map(b -> (Object) b));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(l -> (Object) l),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(m -> (Object) m)),
        0,
        3);
  }

  private static TomlParseResult parse(String toml) {
    TomlParseResult parsed = Toml.parse(toml);
    assertFalse(parsed.hasErrors(), () -> toml + ": " + parsed.errors());
    return parsed;
  }

  private static Object plain(Object value) {
    if (value instanceof TomlArray array) {
      List<Object> list = new ArrayList<>();
      array.toList().forEach(each -> list.add(plain(each)));
      return list;
    } else if (value instanceof TomlTable table) {
      Map<String, Object> map = new LinkedHashMap<>();
      table.keySet().forEach(key -> map.put(key, plain(table.get(List.of(key)))));
      return map;
    }
    return value;
  }
}
