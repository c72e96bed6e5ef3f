package dev.talaria.cli.transcript;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.transcript.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes a transcript as one JSON document, message by message.
 *
 * <p>Belongs to one thread, like the writer, which it does not close. The document is ASCII, so
 * that no terminal's or pipe's charset can damage it. Secrets are not masked: this is the data.
 */
final class TranscriptJson implements TranscriptSink {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private interface Step {
    void write() throws IOException;
  }

  private final JsonGenerator json;

  TranscriptJson(Writer out) {
    try {
      json = MAPPER.createGenerator(out);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    } catch (IOException e) {
      throw failed(e);
    }
    write(
        () -> {
          json.writeStartObject();
          json.writeArrayFieldStart("messages");
        });
  }

  @Override
  public void message(Message message) {
    write(() -> MAPPER.writeTree(json, message.toJson(MAPPER.getNodeFactory())));
  }

  @Override
  public void end(int toolIterations, String finalText, long badLines) {
    write(
        () -> {
          json.writeEndArray();
          json.writeNumberField("toolIterations", toolIterations);
          json.writeStringField("finalText", finalText);
          json.writeNumberField("badLines", badLines);
          json.writeEndObject();
          json.writeRaw('\n');
          json.close();
        });
  }

  private void write(Step step) {
    try {
      step.write();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("the transcript cannot be written: " + e.getMessage(), e);
  }
}
