package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.talaria.migration.translate.ServerTranslation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Whatever a host's file holds: no exception, no secret in a message, and TOML that parses. */
@AddLifecycleHook(SomeTries.class)
class TranslationPropertyTest {

  private static final String SECRET = "sk-hunter2hunter2";

  private static final List<String> KEYS =
      List.of(
          "command",
          "args",
          "env",
          "cwd",
          "url",
          "headers",
          "http_headers",
          "timeout",
          "enabled",
          "connect_timeout",
          "transport",
          "env_vars",
          "bearer_token_env_var",
          "env_http_headers",
          "bearer_token",
          "enabled_tools",
          "required",
          "startup_timeout_ms",
          "tool_timeout_sec",
          "tools",
          "default_tools_approval_mode",
          "scopes",
          "startup_readiness",
          "sampling",
          "zz");

  @Property(tries = 1000)
  void any_value_is_translated_or_refused_in_words(
      @ForAll("anything") Object servers, @ForAll("versions") Optional<String> version) {
    ServerTranslation translation = ServerTranslation.of(servers, version);
    assertFalse((translation.errors() + "" + translation.warnings()).contains(SECRET));
    assertFalse(translation.skippedKeys().values().toString().contains(SECRET));
    StringBuilder text = new StringBuilder();
    translation.servers().forEach(server -> text.append(server.toml()));
    TomlParseResult parsed = Toml.parse(text.toString());
    assertFalse(parsed.hasErrors(), () -> text + ": " + parsed.errors());
    int parsedServers = parsed.isEmpty() ? 0 : parsed.getTable("mcp_servers").size();
    assertEquals(translation.servers().size(), parsedServers);
  }

  @Property(tries = 500)
  void a_session_gets_no_secret_but_in_its_environment(@ForAll("servers") Map<String, Object> raw) {
    ScopedServers scoped = ScopedServers.of(raw, "0.169.0");
    assertFalse(scoped.commandLine().toString().contains(SECRET), scoped.commandLine().toString());
    assertFalse(scoped.config().toString().contains(SECRET), scoped.config().toString());
    assertFalse((scoped.errors() + "" + scoped.warnings()).contains(SECRET));
  }

  @Provide
  Arbitrary<Optional<String>> versions() {
    return Arbitraries.of(
        Optional.empty(), Optional.of("0.125.0"), Optional.of("0.169.0"), Optional.of("x"));
  }

  @Provide
  Arbitrary<Object> anything() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, servers().map(m -> (Object) m)), Tuple.of(1, values()));
  }

  @Provide
  Arbitrary<Map<String, Object>> servers() {
    Arbitrary<Object> entry =
        Arbitraries.maps(Arbitraries.of(KEYS), values())
            .ofMaxSize(6)
            .flatMap(TranslationPropertyTest::withTransport);
    return Arbitraries.maps(names(), Arbitraries.oneOf(entry, entry, entry, values())).ofMaxSize(3);
  }

  /** Most random entries would have no command and end at that. */
  private static Arbitrary<Object> withTransport(Map<String, Object> entry) {
    return Arbitraries.of("command", "url", "zz")
        .map(
            key -> {
              Map<String, Object> result = new LinkedHashMap<>(entry);
              result.put(key, "x");
              return result;
            });
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("A", "API_KEY", "Authorization", "name", "approval_mode", "a.b", "é", ""),
        Arbitraries.strings().ofMaxLength(3));
  }

  private static Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.of(
                SECRET,
                "Bearer " + SECRET,
                "https://u:" + SECRET + "@h",
                "--token=" + SECRET,
                "${A}",
                "Bearer ${A}",
                "x${A}" + SECRET,
                "env:A",
                "auto",
                "",
                "\ud800",
                "a\0\u007f\"\\",
                1,
                -2L,
                1.5,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                BigInteger.TEN.pow(30),
                true,
                false,
                new byte[0])
            .map(v -> (Object) v)
            .injectNull(0.05);
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(l -> (Object) new ArrayList<>(l)),
                Arbitraries.maps(names(), inner).ofMaxSize(3).map(m -> (Object) m)),
        0,
        3);
  }
}
