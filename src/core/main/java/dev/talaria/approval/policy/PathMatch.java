package dev.talaria.approval.policy;

import dev.talaria.approval.ApprovalRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Matches about paths under a folder; the only rule that looks at the file system. */
public final class PathMatch {

  private final Path root;

  private PathMatch(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Paths under a folder. */
  public static PartMatch under(Path root) {
    PathMatch match = new PathMatch(root);
    return new PartMatch(
        "paths under " + match.root, match::covers, match::touches, PathMatch::concerns);
  }

  private static boolean concerns(ApprovalPart part) {
    return (part.request() instanceof ApprovalRequest.FileChange
            || part.request() instanceof ApprovalRequest.Permissions)
        && isPath(part);
  }

  private boolean covers(ApprovalPart part) {
    if (!concerns(part)) {
      return false;
    }
    Optional<Path> path = path(part);
    Optional<Path> realRoot = real(root);
    if (path.isEmpty() || realRoot.isEmpty()) {
      return false;
    }
    Path written = path.get().normalize();
    return (written.startsWith(root) || written.startsWith(realRoot.get()))
        && reallyUnder(path.get(), realRoot.get())
        && reallyUnder(written, realRoot.get());
  }

  private static boolean reallyUnder(Path path, Path realRoot) {
    return real(path).filter(real -> real.startsWith(realRoot)).isPresent();
  }

  private boolean touches(ApprovalPart part) {
    switch (part.sort()) {
      case UNKNOWN_PATHS -> {
        return true;
      }
      case PATH, GRANT -> {
        Optional<Path> path = path(part);
        Optional<Path> real = path.flatMap(PathMatch::real);
        Optional<Path> realRoot = real(root);
        if (real.isEmpty() || realRoot.isEmpty()) {
          return true;
        }
        Path written = path.get().normalize();
        boolean grant = part.sort() == ApprovalPart.Sort.GRANT;
        return within(written, root, grant) || within(real.get(), realRoot.get(), grant);
      }
      default -> {
        return false;
      }
    }
  }

  /** A folder that is granted brings all that is in it. */
  private static boolean within(Path path, Path folder, boolean grant) {
    return path.startsWith(folder) || grant && folder.startsWith(path);
  }

  private static boolean isPath(ApprovalPart part) {
    return part.sort() == ApprovalPart.Sort.PATH || part.sort() == ApprovalPart.Sort.GRANT;
  }

  /** The absolute path of a part; empty when there is none. */
  private static Optional<Path> path(ApprovalPart part) {
    if (!isPath(part)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(part.path())).filter(Path::isAbsolute);
    } catch (InvalidPathException notOfThisSystem) {
      return Optional.empty();
    }
  }

  /**
   * Where a path leads: its nearest existing ancestor without links, and the rest. Empty when that
   * cannot be found out, as with a link that leads nowhere yet.
   */
  private static Optional<Path> real(Path path) {
    Path existing = path;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          existing.toRealPath().resolve(existing.relativize(path).toString()).normalize());
    } catch (IOException | IllegalArgumentException cannotBeFoundOut) {
      return Optional.empty();
    }
  }
}
