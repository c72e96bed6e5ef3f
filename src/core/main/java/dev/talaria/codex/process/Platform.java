package dev.talaria.codex.process;

import java.util.Locale;

/**
 * The operating system and processor, in the words that npm and Rust use for them.
 *
 * <p>Immutable.
 *
 * @param os {@code linux}, {@code darwin}, {@code win32}, or Java's own name for anything else
 * @param arch {@code x64}, {@code arm64}, or Java's own name for anything else
 */
public record Platform(String os, String arch) {

  public static final Platform CURRENT =
      named(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

  static Platform named(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os = name;
    if (name.startsWith("windows")) {
      os = "win32";
    } else if (name.startsWith("mac") || name.startsWith("darwin")) {
      os = "darwin";
    } else if (name.startsWith("linux")) {
      os = "linux";
    }
    String arch =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return new Platform(os, arch);
  }

  public boolean isWindows() {
    return os.equals("win32");
  }

  boolean isLinux() {
    return os.equals("linux");
  }

  /** The npm package, within the scope {@code @openai}, that carries the native binary. */
  public String packageName() {
    return "codex-" + os + "-" + arch;
  }

  /** The folder below {@code vendor} in that package. */
  public String targetTriple() {
    String processor = arch.equals("arm64") ? "aarch64" : "x86_64";
    return switch (os) {
      case "win32" -> processor + "-pc-windows-msvc";
      case "darwin" -> processor + "-apple-darwin";
      default -> processor + "-unknown-linux-musl";
    };
  }

  /** The native binary's file name. */
  String binaryName() {
    return isWindows() ? "codex.exe" : "codex";
  }
}
