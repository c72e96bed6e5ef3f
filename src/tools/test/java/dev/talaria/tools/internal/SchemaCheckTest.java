package dev.talaria.tools.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.wire.WireJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class SchemaCheckTest {

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) WireJson.mapper().readTree(text);
  }

  @Test
  void problems_have_their_place() throws Exception {
    SchemaCheck check =
        SchemaCheck.of(
            json(
                """
                {"properties": {"a": {"type": "integer", "maximum": 10}}, "required": ["b"]}
                """));
    assertEquals(List.of(), check.problems(json("{\"a\": 1.0, \"b\": 1}")));
    assertEquals(
        List.of("/a: must have a maximum value of 10", "required property 'b' not found"),
        check.problems(json("{\"a\": 12345678901234567890}")));
  }

  @Test
  void what_the_validator_cannot_read_is_wrong() throws Exception {
    SchemaCheck check = SchemaCheck.of(json("{\"type\": \"object\"}"));
    ObjectNode deep = WireJson.mapper().createObjectNode();
    ObjectNode last = deep;
    for (int level = 0; level < 1100; level++) {
      last = last.putObject("a");
    }
    List<String> problems = check.problems(deep);
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("it cannot be checked: "), problems.toString());
  }

  @Test
  void a_class_path_without_the_validator_is_an_error_that_says_what_to_do() throws Exception {
    Stream<Class<?>> needed =
        Stream.of(
            SchemaCheck.class,
            WireJson.class,
            TalariaException.class,
            ObjectNode.class,
            JsonFactory.class,
            JsonInclude.class,
            Logger.class);
    URL[] others =
        needed
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    try (URLClassLoader program =
        new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
      Object schema =
          program
              .loadClass(ObjectMapper.class.getName())
              .getMethod("createObjectNode")
              .invoke(program.loadClass(WireJson.class.getName()).getMethod("mapper").invoke(null));
      Method of = program.loadClass(SchemaCheck.class.getName()).getMethod("of", schema.getClass());
      for (int attempt = 1; attempt <= 2; attempt++) {
        Throwable failure =
            assertThrows(InvocationTargetException.class, () -> of.invoke(null, schema)).getCause();
        assertEquals(TalariaException.class.getName(), failure.getClass().getName());
        assertTrue(failure.getMessage().contains("declare version"), failure.getMessage());
      }
    }
  }
}
