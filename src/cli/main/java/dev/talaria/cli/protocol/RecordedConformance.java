package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.cli.protocol.ProtocolSchema.Part;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a release still takes what Talaria has sent in recorded sessions: each method, and each
 * field of its params.
 *
 * @param requests how many were looked at
 * @param misfits what the schema does not know, each once
 */
record RecordedConformance(int requests, Set<String> misfits) {

  static RecordedConformance of(ProtocolSchema schema, Path recordings) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(recordings)) {
      files = listed.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    int requests = 0;
    Set<String> misfits = new TreeSet<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonNode entry = WireJson.mapper().readTree(line);
        JsonNode message = entry.path("msg");
        if (entry.path("dir").asText().equals("send")
            && message.has("method")
            && message.has("id")) {
          requests++;
          check(schema, message, misfits);
        }
      }
    }
    return new RecordedConformance(requests, misfits);
  }

  private static void check(ProtocolSchema schema, JsonNode message, Set<String> misfits) {
    String method = message.path("method").asText();
    Part part = schema.parts().get(Kind.METHOD).get(method);
    if (part == null) {
      misfits.add(method);
      return;
    }
    message
        .path("params")
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (part.params().at(field).isEmpty()) {
                misfits.add(method + " " + field);
              }
            });
    for (String required : part.params().required()) {
      if (!message.path("params").has(required)) {
        misfits.add(method + " without " + required);
      }
    }
  }
}
