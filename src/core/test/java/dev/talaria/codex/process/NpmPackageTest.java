package dev.talaria.codex.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmPackageTest {

  private static final Platform LINUX = new Platform("linux", "x64");
  private static final Platform WINDOWS = new Platform("win32", "x64");

  @TempDir Path temp;
  private Path dir;

  @BeforeEach
  void real_path_of_the_temporary_directory() throws IOException {
    dir = temp.toRealPath();
  }

  private Path shimIn(Path modules) throws IOException {
    Path script = Scripts.write(modules.resolve("@openai/codex/bin/codex.js"), "exit 9");
    Files.createDirectories(modules.resolve(".bin"));
    return Files.createSymbolicLink(modules.resolve(".bin/codex"), script);
  }

  @ParameterizedTest
  @CsvSource({
    // hoisted beside the main package, nested in it, older layouts
    "node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex",
    "node_modules/@openai/codex/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex",
    "node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex/codex",
    "node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/bin/codex",
    "node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/codex/codex",
  })
  void the_binary_behind_npms_script_is_found(String place) throws IOException {
    Path shim = shimIn(dir.resolve("node_modules"));
    Path binary = Scripts.write(dir.resolve(place), "exit 0");
    assertEquals(Optional.of(binary), NpmPackage.nativeBinary(shim, LINUX));
  }

  @Test
  void the_binary_nested_in_the_package_wins_over_a_hoisted_one() throws IOException {
    Path modules = dir.resolve("node_modules");
    Path shim = shimIn(modules);
    String inPackage = "@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex";
    Scripts.write(modules.resolve(inPackage), "exit 0");
    Path nested =
        Scripts.write(modules.resolve("@openai/codex/node_modules").resolve(inPackage), "exit 0");
    assertEquals(Optional.of(nested), NpmPackage.nativeBinary(shim, LINUX));
  }

  @Test
  void a_package_store_behind_symbolic_links_is_followed() throws IOException {
    Path store = dir.resolve("node_modules/.pnpm/@openai+codex@0.169.0/node_modules");
    shimIn(store);
    Path binary =
        Scripts.write(
            store.resolve("@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex"),
            "exit 0");
    Path link = dir.resolve("bin/codex");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, store.resolve(".bin/codex"));
    assertEquals(Optional.of(binary), NpmPackage.nativeBinary(link, LINUX));
  }

  @Test
  void without_the_platforms_package_there_is_no_binary() throws IOException {
    Path shim = shimIn(dir.resolve("node_modules"));
    Scripts.write(
        dir.resolve(
            "node_modules/@openai/codex-linux-arm64/vendor/aarch64-unknown-linux-musl/bin/codex"),
        "exit 0");
    assertEquals(Optional.empty(), NpmPackage.nativeBinary(shim, LINUX));
  }

  @Test
  void a_wrapper_that_somebody_wrote_is_respected() throws IOException {
    Path modules = dir.resolve("node_modules");
    shimIn(modules);
    Scripts.write(
        modules.resolve("@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex"),
        "exit 0");
    Path wrapper = Scripts.write(modules.resolve(".bin/my-codex"), "exec codex \"$@\"");
    assertEquals(Optional.empty(), NpmPackage.nativeBinary(wrapper, LINUX));
    assertEquals(Optional.empty(), NpmPackage.nativeBinary(dir.resolve("missing"), LINUX));
  }

  @ParameterizedTest
  @CsvSource({"npm/codex.cmd,npm/node_modules", "node_modules/.bin/codex.cmd,node_modules"})
  void npms_command_file_on_windows_leads_to_the_package_beside_it(String file, String modules)
      throws IOException {
    shimIn(dir.resolve(modules));
    Path binary =
        Scripts.write(
            dir.resolve(modules)
                .resolve("@openai/codex-win32-x64/vendor/x86_64-pc-windows-msvc/bin/codex.exe"),
            "exit 0");
    Path command = dir.resolve(file);
    Files.createDirectories(command.getParent());
    Files.writeString(command, "@\"%dp0%\\node_modules\\@openai\\codex\\bin\\codex.js\" %*\r\n");
    assertEquals(Optional.of(binary), NpmPackage.nativeBinary(command, WINDOWS));
    Files.writeString(command, "@set OPENAI_API_KEY=x\r\n@other.exe %*\r\n");
    assertEquals(Optional.empty(), NpmPackage.nativeBinary(command, WINDOWS));
  }

  @Test
  void the_tools_of_an_older_package_lie_beside_its_binary() throws IOException {
    Path triple = dir.resolve("vendor/x86_64-unknown-linux-musl");
    Path binary = Scripts.write(triple.resolve("codex/codex"), "exit 0");
    assertEquals(Optional.empty(), NpmPackage.bundledTools(binary));
    Path tools = Files.createDirectories(triple.resolve("path"));
    assertEquals(Optional.of(tools), NpmPackage.bundledTools(binary));
    Files.createDirectories(dir.resolve("usr/path"));
    assertEquals(Optional.empty(), NpmPackage.bundledTools(dir.resolve("usr/bin/codex")));
    assertEquals(Optional.empty(), NpmPackage.bundledTools(Path.of("/codex")));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,codex-linux-x64,x86_64-unknown-linux-musl,codex",
    "Linux,aarch64,codex-linux-arm64,aarch64-unknown-linux-musl,codex",
    "Mac OS X,aarch64,codex-darwin-arm64,aarch64-apple-darwin,codex",
    "Mac OS X,x86_64,codex-darwin-x64,x86_64-apple-darwin,codex",
    "Windows 11,amd64,codex-win32-x64,x86_64-pc-windows-msvc,codex.exe",
    "Windows 11,aarch64,codex-win32-arm64,aarch64-pc-windows-msvc,codex.exe",
  })
  void platforms_are_named_as_the_packages_name_them(
      String os, String arch, String packageName, String triple, String binary) {
    Platform platform = Platform.named(os, arch);
    assertEquals(packageName, platform.packageName());
    assertEquals(triple, platform.targetTriple());
    assertEquals(binary, platform.binaryName());
  }
}
