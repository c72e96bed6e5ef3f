package dev.talaria.host;

import dev.talaria.migration.HostFile;
import java.nio.file.Path;

/**
 * The host's configuration in a file, for the {@link RuntimeSwitch}.
 *
 * <p>Safe for use by many threads. A write replaces the file in one step and keeps its mode and
 * owner; a link stays a link. An edit by somebody else since the text was read is not overwritten.
 *
 * @param file the YAML file, which need not exist
 */
public record HostConfigFile(Path file) implements RuntimeSwitch.Store {

  @Override
  public String read() {
    return new HostFile(file).read();
  }

  @Override
  public void write(String before, String after) {
    new HostFile(file).write(before, after);
  }

  @Override
  public String name() {
    return file.toString();
  }
}
