package dev.talaria.approval;

import static dev.talaria.approval.ApprovalMatch.kind;
import static dev.talaria.approval.ApprovalMatch.pathsUnder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.protocol.PatchChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths under a folder: as they are written, and as links lead. */
class PathMatchTest {

  @TempDir Path folder;
  private Path root;
  private Path outside;

  @BeforeEach
  void folders() throws IOException {
    Path real = folder.toRealPath();
    root = Files.createDirectories(real.resolve("ws"));
    outside = Files.createDirectories(real.resolve("outside"));
    Files.createDirectories(root.resolve("sub"));
    Files.writeString(outside.resolve("file"), "x");
    Files.createSymbolicLink(root.resolve("out"), outside);
    Files.createSymbolicLink(root.resolve("dangling"), outside.resolve("new"));
    Files.createSymbolicLink(root.resolve("in"), root.resolve("sub"));
    Files.createSymbolicLink(real.resolve("alias"), root);
  }

  private boolean allowed(ApprovalRequest request) {
    return ApprovalPolicy.allow(pathsUnder(root)).rule(request).decision().isPresent();
  }

  private boolean denied(ApprovalRequest request) {
    return ApprovalPolicy.deny(pathsUnder(root)).rule(request).decision().isPresent();
  }

  private void check(boolean allowed, boolean denied, ApprovalRequest request) {
    assertEquals(allowed, allowed(request), () -> "allowed " + request);
    assertEquals(denied, denied(request), () -> "denied " + request);
  }

  @Test
  void file_changes_are_under_the_folder_or_not() {
    check(true, true, Questions.patch("", "add " + root + "/a"));
    check(true, true, Questions.patch("", "add " + root + "/new/deep/a", "delete " + root + "/b"));
    check(true, true, Questions.patch("", "add " + root + "/sub/../a"));
    check(true, true, Questions.patch("", "add " + root + "/in/a"));
    check(false, true, Questions.patch("", "add " + root + "/a", "add " + outside + "/b"));
    check(false, false, Questions.patch("", "add " + outside + "/b"));
    check(false, false, Questions.patch("", "add " + root + "x/b"));
    check(false, false, Questions.patch("", "add " + root + "/../outside/b"));
    check(false, false, Questions.patch("", "add " + outside.getParent()));
  }

  @Test
  void links_are_followed() {
    check(false, true, Questions.patch("", "update " + root + "/out/file"));
    check(false, true, Questions.patch("", "add " + root + "/out/new/file"));
    check(false, true, Questions.patch("", "add " + root + "/dangling"));
    check(false, true, Questions.patch("", "add " + root + "/dangling/x"));
    check(false, true, Questions.patch("", "add " + root + "/out/../file"));
    check(false, true, Questions.patch("", "add " + folder + "/alias/a"));
    Path alias = root.resolveSibling("alias");
    assertEquals(
        true,
        ApprovalPolicy.allow(pathsUnder(alias))
            .rule(Questions.patch("", "add " + root + "/a", "add " + alias + "/b"))
            .decision()
            .isPresent());
  }

  @Test
  void what_cannot_be_judged_is_not_allowed_but_denied() {
    check(false, true, Questions.patch(""));
    check(false, true, Questions.legacyPatch());
    check(false, true, Questions.patch("", "add a"));
    check(false, true, Questions.patch("", "add "));
    check(false, true, Questions.patch("", "add " + root + "/a\\u0000"));
  }

  @Test
  void where_a_file_goes_counts_and_so_does_what_is_granted() {
    check(false, true, moved(root.resolve("a"), outside.resolve("a")));
    check(false, true, moved(outside.resolve("a"), root.resolve("a")));
    check(true, true, moved(root.resolve("a"), root.resolve("b")));
    check(true, true, Questions.patch(root.toString(), "add " + root + "/a"));
    check(false, true, Questions.patch(outside.toString(), "add " + root + "/a"));
    check(false, true, Questions.patch(root.getParent().toString(), "add " + outside + "/a"));
    check(false, true, Questions.patch("/", "add " + root + "/a"));
  }

  private static ApprovalRequest moved(Path from, Path to) {
    return new ApprovalRequest.FileChange(
        Questions.origin("item/fileChange/requestApproval"),
        List.of(
            new PatchChange(
                Questions.json(
                    "{\"path\":\"%s\",\"kind\":{\"type\":\"update\",\"move_path\":\"%s\"}}"
                        .formatted(from, to)))),
        "",
        "",
        Questions.json("{}"));
  }

  @Test
  void permissions_are_judged_by_their_paths() {
    check(true, true, paths("write", root.resolve("data")));
    check(true, true, paths("read", root));
    check(false, false, paths("write", outside));
    check(false, true, paths("write", root.getParent()));
    check(false, true, paths("write", Path.of("data")));
    check(false, false, Questions.permissions("{\"network\":{\"enabled\":true}}"));
    check(false, false, Questions.permissions("{}"));
    check(
        false,
        true,
        Questions.permissions(
            "{\"network\":{\"enabled\":true},\"fileSystem\":{\"write\":[\"%s/a\"]}}"
                .formatted(root)));
    check(
        false,
        true,
        Questions.permissions(
            "{\"fileSystem\":{\"write\":[\"%s/a\"],\"globs\":[\"**\"]}}".formatted(root)));
  }

  private static ApprovalRequest paths(String access, Path path) {
    return Questions.permissions("{\"fileSystem\":{\"%s\":[\"%s\"]}}".formatted(access, path));
  }

  @Test
  void commands_are_denied_by_what_they_want_and_never_allowed() {
    check(false, false, Questions.command("ls"));
    ApprovalRequest request =
        ApprovalPolicyTest.withPermissions(
            "ls", "{\"fileSystem\":{\"write\":[\"%s/a\"]}}".formatted(root));
    check(false, true, request);
    check(false, false, Questions.tool("s", "t", true));
  }

  @Test
  void it_can_be_for_file_changes_only() {
    ApprovalPolicy policy =
        ApprovalPolicy.allow(kind(ApprovalKind.FILE_CHANGE).and(pathsUnder(root)));
    assertEquals(
        true, policy.rule(Questions.patch("", "add " + root + "/a")).decision().isPresent());
    assertEquals(false, policy.rule(paths("write", root)).decision().isPresent());
  }
}
