package dev.talaria.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command line that was run in this process, with what it printed. */
public record CommandRun(int exit, String out, String err) {

  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Talaria.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exit = line.execute(arguments);
    return new CommandRun(exit, out.toString(), err.toString());
  }

  public JsonNode json() {
    try {
      return WireJson.mapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON on stdout: " + out, e);
    }
  }
}
