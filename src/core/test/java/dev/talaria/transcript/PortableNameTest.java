package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PortableNameTest {

  @Test
  void a_valid_name_stays() {
    assertEquals("exec_command", PortableRow.toolName("exec_command"));
    assertEquals("mcp__fs__read", PortableRow.toolName("mcp__fs__read"));
    assertEquals("codex_exec_call-1", PortableRow.callId("codex_exec_call-1"));
  }

  @Test
  void dots_become_two_underscores_where_that_can_be_undone() {
    assertEquals("mcp__fs__read", PortableRow.toolName("mcp.fs.read"));
    assertEquals("mcp__my_fs__read_all", PortableRow.toolName("mcp.my_fs.read_all"));
    assertTrue(PortableRow.toolName("mcp.a__b.c").matches("mcp_a__b_c_[0-9a-f]{12}"));
    assertNotEquals(PortableRow.toolName("mcp.a__b.c"), PortableRow.toolName("mcp.a.b__c"));
  }

  @Test
  void long_names_that_begin_alike_stay_apart() {
    for (String middle : new String[] {"t".repeat(60), "t.".repeat(100_000)}) {
      String begin = "mcp.server." + middle;

      assertEquals(64, PortableRow.toolName(begin + "1").length());
      assertNotEquals(PortableRow.toolName(begin + "1"), PortableRow.toolName(begin + "2"));
    }
  }

  @Property
  void any_text_becomes_a_valid_name_which_then_stays(@ForAll String text) {
    for (String name : new String[] {PortableRow.toolName(text), PortableRow.callId(text)}) {
      assertTrue(name.matches("[a-zA-Z0-9_-]{1,64}"), name);
      assertEquals(name, PortableRow.toolName(name));
      assertEquals(name, PortableRow.callId(name));
    }
  }

  @Property
  void texts_that_had_to_be_changed_stay_apart(@ForAll String one, @ForAll String other) {
    if (!one.equals(other)) {
      assertNotEquals(PortableRow.callId(one + "é"), PortableRow.callId(other + "é"));
    }
  }
}
