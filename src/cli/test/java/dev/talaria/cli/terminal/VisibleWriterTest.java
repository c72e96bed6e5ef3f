package dev.talaria.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.cli.Talaria;
import dev.talaria.protocol.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VisibleWriterTest {

  private static final String ATTACK = "\u001b]0;pwned\u0007\u001b[2J\u009b2J\u202e";
  private static final String SHOWN = "\\u001b]0;pwned\\u0007\\u001b[2J\\u009b2J\\u202e";

  private final StringWriter screen = new StringWriter();
  private final PrintWriter out = VisibleWriter.on(new PrintWriter(screen));

  private String screen() {
    out.flush();
    return screen.toString();
  }

  @Test
  void every_way_to_print_is_made_visible() {
    out.print(ATTACK);
    out.print(ATTACK.toCharArray());
    out.append(ATTACK).append(ATTACK, 0, ATTACK.length()).append('\u001b');
    out.printf("%s", ATTACK);
    out.write(ATTACK, 0, ATTACK.length());
    out.write('\u001b');
    out.println((Object) ATTACK);
    assertEquals(
        SHOWN.repeat(4) + "\\u001b" + SHOWN.repeat(2) + "\\u001b" + SHOWN + System.lineSeparator(),
        screen());
  }

  @Test
  void a_character_in_two_writes_stays_one() {
    String text = "a\ud83d\ude00b";
    text.chars().forEach(out::write);
    out.print("one\r");
    out.print("\ntwo\r");
    out.println();
    out.print("\ud83d");
    assertEquals(text + "one\ntwo" + System.lineSeparator() + "\\ud83d", screen());
  }

  @Test
  void our_own_sequences_pass_in_one_way() {
    VisibleWriter.raw(out).print("\u001b[1m");
    assertEquals("\u001b[1m", screen());
    assertSame(out, VisibleWriter.on(out));
  }

  @Property(tries = 500)
  void a_document_stays_the_same_document(@ForAll String text) throws JsonProcessingException {
    Map<String, Object> document =
        Map.of("text", text + "\udb40\udc41\t\u0301\u0301\u0301\u0301\u0301");
    StringWriter target = new StringWriter();
    PrintWriter json = VisibleWriter.on(new PrintWriter(target));
    json.println(WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    json.flush();
    assertEquals(
        WireJson.mapper().valueToTree(document), WireJson.mapper().readTree(target.toString()));
    assertTrue(
        target.toString().codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
  }

  @Test
  void a_command_line_has_no_other_writer_whoever_gives_it_one() {
    CommandLine line = Talaria.commandLine();
    for (int i = 0; i < 2; i++) {
      for (CommandLine each :
          List.of(line, line.getSubcommands().get("protocol").getSubcommands().get("diff"))) {
        assertSame(VisibleWriter.class, each.getOut().getClass());
        assertSame(VisibleWriter.class, each.getErr().getClass());
      }
      line.setOut(new PrintWriter(screen)).setErr(new PrintWriter(screen));
    }
  }

  @Test
  void what_others_print_to_the_stream_is_made_visible() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = VisibleWriter.stream(new PrintStream(bytes))) {
      new IllegalStateException(ATTACK).printStackTrace(stream);
      for (byte b : "\u00e4\u001b".getBytes(Charset.defaultCharset())) {
        stream.write(b);
      }
      stream.flush();
    }
    String shown = bytes.toString(Charset.defaultCharset());
    assertTrue(shown.contains("IllegalStateException: \\u001b]0;pwned"), shown);
    assertTrue(shown.endsWith("\u00e4\\u001b"), shown);
    assertEquals(-1, shown.indexOf('\u001b'));
  }
}
