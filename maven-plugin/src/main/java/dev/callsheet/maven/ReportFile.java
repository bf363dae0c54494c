package dev.callsheet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report that is there whole or not at all: written beside its place, then moved into it. */
record ReportFile(Path path) {
  void write(CharSequence text) throws IOException {
    Files.createDirectories(path.getParent());
    Path temporary = Files.createTempFile(path.getParent(), ".", ".tmp");
    Files.writeString(temporary, text);
    Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
