package dev.callsheet.generator.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFingerprintTest {
  @TempDir private Path directory;

  @Test
  void sameThingsHaveTheSameFingerprint() {
    assertThat(new InputFingerprint().add("a").add("b").hexDigest())
        .isEqualTo(new InputFingerprint().add("a").add("b").hexDigest());
  }

  @Test
  void partBoundariesChangeTheFingerprint() {
    assertThat(new InputFingerprint().add("ab").add("c").hexDigest())
        .isNotEqualTo(new InputFingerprint().add("a").add("bc").hexDigest());
  }

  @Test
  void seesARenamedFile() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "callsheet: 1");
    String before = new InputFingerprint().addFilesBelow(directory).hexDigest();
    Files.move(directory.resolve("a.yaml"), directory.resolve("b.yaml"));
    assertThat(new InputFingerprint().addFilesBelow(directory).hexDigest()).isNotEqualTo(before);
  }

  @Test
  void directoryThatIsNotThereCountsAsEmpty() throws IOException {
    assertThat(new InputFingerprint().addFilesBelow(directory.resolve("nowhere")).hexDigest())
        .isEqualTo(new InputFingerprint().addFilesBelow(directory).hexDigest());
  }
}
