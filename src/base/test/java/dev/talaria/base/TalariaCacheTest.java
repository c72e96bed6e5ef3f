package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalariaCacheTest {

  private static final Map<String, String> ALL =
      Map.of("TALARIA_CACHE", "/named", "XDG_CACHE_HOME", "/xdg");

  @Test
  void the_property_comes_first_then_the_variable_then_the_users_caches() {
    assertEquals(absolute("/property"), TalariaCache.directory("/property", ALL));
    assertEquals(absolute("/named"), TalariaCache.directory("", ALL));
    assertEquals(
        absolute("/xdg/talaria"), TalariaCache.directory("", Map.of("XDG_CACHE_HOME", "/xdg")));
    assertEquals(
        absolute(System.getProperty("user.home") + "/.cache/talaria"),
        TalariaCache.directory(" ", Map.of("TALARIA_CACHE", "")));
  }

  @Test
  void a_relative_folder_is_made_absolute() {
    assertEquals(absolute("some/cache"), TalariaCache.directory("./some/cache", Map.of()));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath();
  }
}
