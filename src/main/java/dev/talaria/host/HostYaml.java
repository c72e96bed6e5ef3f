package dev.talaria.host;

import dev.talaria.migration.HostFile;
import java.nio.file.Path;

/** The host's YAML file as the {@link RuntimeSwitch} keeps its setting in it. */
public final class HostYaml implements RuntimeSwitch.Store {

  private final HostFile file;

  /** The file at {@code path}; it need not exist. */
  public HostYaml(Path path) {
    file = new HostFile(path);
  }

  @Override
  public String read() {
    return file.read();
  }

  @Override
  public void write(String before, String after) {
    file.write(before, after);
  }

  @Override
  public String name() {
    return file.toString();
  }
}
