package dev.talaria.migration.section;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The record beside {@code config.toml} of what was last written there, per host: hashes, no
 * contents. Immutable.
 *
 * <p>It is written before the backup and the configuration, so it keeps what was written before,
 * too: whichever of them each of the two holds after a crash is known.
 *
 * @param version of this format
 * @param hosts by the host's name, the newest first; at most three each
 */
public record ManagedRecord(int version, Map<String, List<RecordedSection>> hosts) {

  static final ManagedRecord EMPTY = new ManagedRecord(1, Map.of());

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public ManagedRecord {
    hosts = hosts == null ? Map.of() : Map.copyOf(hosts);
  }

  /** Reads a record; for one that cannot be read {@code broken} runs, and it counts as none. */
  public static ManagedRecord read(Optional<byte[]> file, Runnable broken) {
    if (file.isEmpty()) {
      return EMPTY;
    }
    try {
      ManagedRecord record = JSON.readValue(file.get(), ManagedRecord.class);
      if (record != null && record.version() == EMPTY.version()) {
        return record;
      }
    } catch (IOException e) {
      // JSON that is cut or edited says nothing that could be trusted
    }
    broken.run();
    return EMPTY;
  }

  public byte[] bytes() {
    try {
      return (JSON.writeValueAsString(new ManagedRecord(version, new TreeMap<>(hosts))) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IllegalStateException("a record of texts and numbers is always JSON", e);
    }
  }

  /** What is known of the host's section: that which its text is of, or else the newest. */
  Optional<RecordedSection> of(String host, String section) {
    List<RecordedSection> known = hosts.getOrDefault(host, List.of());
    String hash = Hashes.sha256(section);
    return known.stream()
        .filter(candidate -> candidate.section().equals(hash))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** What is known of the migration that wrote this backup. */
  Optional<RecordedSection> ofBackup(String host, String backup) {
    String hash = Hashes.sha256(backup);
    return hosts.getOrDefault(host, List.of()).stream()
        .filter(candidate -> candidate.original().equals(hash))
        .findFirst();
  }

  /** With {@code next} as the host's newest section, and those that file and backup now have. */
  public ManagedRecord with(String host, RecordedSection next, Stream<RecordedSection> before) {
    Map<String, List<RecordedSection>> all = new TreeMap<>(hosts);
    all.put(host, Stream.concat(Stream.of(next), before).distinct().toList());
    return new ManagedRecord(version, all);
  }

  public ManagedRecord without(String host) {
    Map<String, List<RecordedSection>> all = new TreeMap<>(hosts);
    all.remove(host);
    return new ManagedRecord(version, all);
  }
}
