package dev.callsheet.runtime.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The files of a journal, as another process finds them after a crash. */
record JournalSnapshot(Path path) {
  List<Path> files() {
    try (var files = Files.list(path)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is written, as text. */
  String text() {
    return files().stream().map(JournalSnapshot::text).reduce("", String::concat);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same files as they would be if the process died now. */
  JournalSnapshot afterCrash(Path elsewhere) {
    return of(elsewhere, files().stream().map(JournalSnapshot::text).toArray(String[]::new));
  }

  /** A directory with files of dead processes. */
  static JournalSnapshot of(Path directory, String... files) {
    try {
      Files.createDirectories(directory);
      for (var file : files) {
        Files.writeString(directory.resolve("dead-" + UUID.randomUUID() + ".jsonl"), file);
      }
      return new JournalSnapshot(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
