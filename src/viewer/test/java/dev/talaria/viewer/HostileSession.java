package dev.talaria.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sessions in which every text is hostile: a payload takes the place of each text of a recording
 * but for what tells messages and items apart.
 *
 * @param name of the session
 * @param payload what is in every field
 */
public record HostileSession(String name, String payload) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a client reads to know what it has before it. */
  private static final Set<String> KEPT =
      Set.of(
          "method",
          "type",
          "id",
          "threadId",
          "turnId",
          "itemId",
          "dir",
          "receiverThreadIds",
          "requestId",
          "status",
          "parentThreadId",
          "codexVersion");

  private static final List<String> PAYLOADS =
      List.of(
          "<script>window.owned=1</script>",
          "</script><script>window.owned=1</script>",
          "<!--<script>window.owned=1</script>-->",
          "<img src=x onerror=window.owned=1>",
          "<svg onload=window.owned=1><animate onbegin=window.owned=1 attributeName=x></svg>",
          "<svg><script>window.owned=1</script></svg>",
          "<svg><style><img src=x onerror=window.owned=1></style></svg>",
          "<math><mtext></table><img src=x onerror=window.owned=1></mtext></math>",
          "<iframe src=\"javascript:parent.owned=1\"></iframe>",
          "<iframe srcdoc=\"<script>parent.owned=1</script>\"></iframe>",
          "<object data=\"javascript:window.owned=1\"></object>",
          "<embed src=\"https://hostile.invalid/x.swf\">",
          "<link rel=stylesheet href=https://hostile.invalid/x.css>",
          "<style>*{background:url(https://hostile.invalid/x)}</style>",
          "<base href=https://hostile.invalid/>",
          "<meta http-equiv=refresh content=\"0;url=https://hostile.invalid/\">",
          "<form action=https://hostile.invalid/><button>Approve</button></form>",
          "<input autofocus onfocus=window.owned=1>",
          "<details open ontoggle=window.owned=1>x</details>",
          "<video><source onerror=window.owned=1></video>",
          "<audio src=https://hostile.invalid/x.mp3 autoplay>",
          "<body onload=window.owned=1>",
          "<marquee onstart=window.owned=1>x</marquee>",
          "<a href=\"javascript:window.owned=1\">click</a>",
          "<div style=\"background:url(https://hostile.invalid/x)\">x</div>",
          "<template><script>window.owned=1</script></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=window.owned=1>\">",
          "<xmp><script>window.owned=1</script></xmp>",
          "<textarea><script>window.owned=1</script></textarea>",
          "<title></title><script>window.owned=1</script>",
          "[click](javascript:window.owned=1)",
          "[click](JaVaScRiPt:window.owned=1)",
          "[click](java\tscript:window.owned=1)",
          "[click](&#106;avascript:window.owned=1)",
          "[click](data:text/html,<script>window.owned=1</script>)",
          "[click](vbscript:msgbox(1))",
          "[click](file:///etc/passwd)",
          "<javascript:window.owned=1>",
          "![x](https://hostile.invalid/x.png)",
          "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)",
          "![x\"onerror=\"window.owned=1](x)",
          "[x]: javascript:window.owned=1\n\n[x]",
          "[x](https://a.invalid/\"onmouseover=\"window.owned=1)",
          "https://a.invalid/<img src=x onerror=window.owned=1>",
          "```html\n<img src=x onerror=window.owned=1>\n```",
          "```\"><img src=x onerror=window.owned=1>\nx\n```",
          "`<img src=x onerror=window.owned=1>`",
          "| a |\n|---|\n| <img src=x onerror=window.owned=1> |",
          "> <script>window.owned=1</script>",
          "\u001b]8;;javascript:window.owned=1\u0007click\u001b]8;;\u0007",
          "\u001b]8;;https://hostile.invalid/\u001b\\click\u001b]8;;\u001b\\",
          "\u001b[31m<img src=x onerror=window.owned=1>\u001b[0m",
          "\u001b[38;2;1;1;1mhidden\u001b[8m rm -rf /\u001b[0m",
          "\u001b[2J\u001b[Hcleared\u001b]0;title\u0007",
          "safe\rrm -rf /\b\b\b",
          "user\u202Egnp.exe\u202C and \u2066isolated\u2069",
          "zero\u200Bwidth\u200Djoin\uFEFFed \uDB40\uDC41\uDB40\uDC42",
          "half \uD800 a pair \uDC00",
          "\u0000\u0001\u0007\u001F\u007F\u0085\u2028\u2029",
          "@@ -1 +1 @@\n-<img src=x onerror=window.owned=1>\n+<script>window.owned=1</script>\n",
          "--- a/x\n+++ b/<img src=x onerror=window.owned=1>\n@@ -1 +1 @@\n-a\n+b\n",
          "@@ -999999999,999999999 +1 @@\n".repeat(50),
          "constructor",
          "__proto__",
          "${window.owned=1}{{window.owned=1}}<%=window.owned=1%>",
          "?lit$123$<!--?lit$123$-->",
          "%3Cscript%3Ewindow.owned=1%3C/script%3E&lt;script&gt;",
          "'\"`;window.owned=1;//",
          "{\"blob\":0,\"head\":\"<script>window.owned=1</script>\",\"chars\":9}",
          "#item-0\" autofocus onfocus=\"window.owned=1");

  /** More than sixty sessions, some of them of one huge text. */
  public static Stream<HostileSession> all() {
    Stream<HostileSession> payloads =
        IntStream.range(0, PAYLOADS.size())
            .mapToObj(i -> new HostileSession("payload-" + i, PAYLOADS.get(i)));
    Map<String, String> huge =
        Map.of(
            "huge-line", "<b>".repeat(40_000),
            "huge-quotes", ">".repeat(20_000) + "x",
            "huge-brackets", "[".repeat(20_000),
            "huge-emphasis", "**a".repeat(10_000),
            "huge-fence", "`".repeat(20_000),
            "huge-escapes", "\u001b[".repeat(20_000),
            "huge-marks", "e\u0301\u0302\u0303".repeat(10_000));
    return Stream.concat(
        payloads, huge.entrySet().stream().map(e -> new HostileSession(e.getKey(), e.getValue())));
  }

  /** Writes it in the shape of these recordings, one behind the other. */
  public Path write(Path folder, String... recordings) throws IOException {
    Path file = folder.resolve(name + ".jsonl");
    StringBuilder lines = new StringBuilder();
    for (String recording : recordings) {
      for (String line : Files.readAllLines(Sessions.recording(recording))) {
        lines.append(JSON.writeValueAsString(hostile(JSON.readTree(line)))).append('\n');
      }
    }
    // Half a surrogate pair is not UTF-8; JSON can say it.
    String text = lines.toString();
    StringBuilder ascii = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> ascii.append(c < 0x7f ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    Files.writeString(file, ascii);
    return file;
  }

  private JsonNode hostile(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        if (!KEPT.contains(entry.getKey())) {
          object.set(entry.getKey(), hostile(entry.getValue()));
        } else if (entry.getValue().isContainerNode()
            && !entry.getKey().equals("receiverThreadIds")) {
          hostile(entry.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hostile(array.get(i)));
      }
    }
    return node.isTextual() ? TextNode.valueOf(payload) : node;
  }
}
