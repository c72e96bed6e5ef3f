package dev.talaria.cli.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.SchemaExport;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recorded requests beside the schema of the pinned Codex. */
@Timeout(120)
class RealRecordedConformanceTest {

  private static final Path RECORDINGS =
      Path.of(System.getProperty("talaria.root"), "fixtures/recordings");

  @TempDir Path folder;

  private ProtocolSchema schema() throws Exception {
    PinnedCodex codex = PinnedCodex.install(PinnedCodex.defaultCache(), line -> {});
    CodexOptions options = CodexOptions.builder().executable(codex.executable()).build();
    Path schema = Files.createDirectory(folder.resolve("schema"));
    SchemaExport.write(CodexExecutable.locate(options), schema, Duration.ofSeconds(30));
    return ProtocolSchema.read(codex.version(), schema);
  }

  @Test
  void what_was_sent_to_the_pinned_codex_fits_its_schema() throws Exception {
    RecordedConformance recorded =
        RecordedConformance.of(schema(), RECORDINGS.resolve(PinnedCodex.pinnedVersion()));
    assertTrue(recorded.requests() > 100, recorded + "");
    assertEquals(Set.of(), recorded.misfits());
  }

  @Test
  void what_it_does_not_know_and_what_it_needs_are_named() throws Exception {
    Files.writeString(
        folder.resolve("other.jsonl"),
        """
        {"t":1,"dir":"send","msg":{"id":1,"method":"thread/dream","params":{}}}
        {"t":2,"dir":"send","msg":{"id":2,"method":"turn/interrupt","params":{"turnId":"a","x":1}}}
        {"t":3,"dir":"send","msg":{"method":"no/request"}}
        {"t":4,"dir":"recv","msg":{"id":3,"method":"no/answer"}}
        """);
    RecordedConformance recorded = RecordedConformance.of(schema(), folder);
    assertEquals(2, recorded.requests());
    assertEquals(
        Set.of("thread/dream", "turn/interrupt x", "turn/interrupt without threadId"),
        recorded.misfits());
  }
}
