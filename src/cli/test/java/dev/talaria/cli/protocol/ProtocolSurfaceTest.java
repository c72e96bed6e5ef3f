package dev.talaria.cli.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.cli.protocol.ProtocolSchema.Part;
import dev.talaria.cli.protocol.ProtocolSurface.Use;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.conformance.CalledMethods;
import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what we use, against the code that uses it and the schema of the pinned Codex. */
class ProtocolSurfaceTest {

  @TempDir static Path folder;

  private static ProtocolSchema schema;

  @BeforeAll
  static void the_pinned_codex_writes_its_schema() throws Exception {
    PinnedCodex codex = PinnedCodex.install(PinnedCodex.defaultCache(), line -> {});
    SchemaExport.write(
        new CodexExecutable(codex.executable(), CodexVersion.parse(codex.version()).orElseThrow()),
        folder,
        Duration.ofSeconds(30));
    schema = ProtocolSchema.read(codex.version(), folder);
  }

  @Test
  void the_methods_are_those_that_the_sources_call() throws IOException {
    Set<String> called = CalledMethods.inSources();
    called.remove("initialized");
    assertEquals(called, new TreeSet<>(ProtocolSurface.calledMethods()));
  }

  @Test
  void every_notification_and_item_that_the_code_reads_has_its_fields_listed() {
    for (Kind kind : List.of(Kind.NOTIFICATION, Kind.ITEM)) {
      Set<String> read = new TreeSet<>(schema.parts().get(kind).keySet());
      read.removeIf(name -> ProtocolSurface.of(kind, name) == null);
      assertEquals(read, new TreeSet<>(ProtocolSurface.listed(kind)));
    }
  }

  @Test
  void every_listed_field_is_in_the_schema_of_the_pinned_codex() {
    List<String> missing = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      schema.parts().get(kind).forEach((name, part) -> missing.addAll(missing(kind, name, part)));
    }
    assertTrue(missing.isEmpty(), missing.toString());
  }

  private static List<String> missing(Kind kind, String name, Part part) {
    List<String> missing = new ArrayList<>();
    Use use = ProtocolSurface.of(kind, name);
    if (use != null) {
      SchemaShape sent = kind == Kind.METHOD ? part.params() : part.result();
      SchemaShape received = kind == Kind.METHOD ? part.result() : part.params();
      for (String field : use.sent()) {
        if (sent.at(field).isEmpty()) {
          missing.add(name + " sends " + field);
        }
      }
      for (String field : use.received()) {
        if (received.at(field).isEmpty()) {
          missing.add(name + " reads " + field);
        }
      }
    }
    return missing;
  }
}
