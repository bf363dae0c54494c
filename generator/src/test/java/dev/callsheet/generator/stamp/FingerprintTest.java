package dev.callsheet.generator.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir private Path directory;

  @Test
  void sameThingsHaveTheSameFingerprint() {
    assertThat(new Fingerprint().add("a").add("b").take())
        .isEqualTo(new Fingerprint().add("a").add("b").take());
  }

  @Test
  void partsAreNotRunTogether() {
    assertThat(new Fingerprint().add("ab").add("c").take())
        .isNotEqualTo(new Fingerprint().add("a").add("bc").take());
  }

  @Test
  void seesARenamedFile() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "callsheet: 1");
    String before = new Fingerprint().addFilesBelow(directory).take();
    Files.move(directory.resolve("a.yaml"), directory.resolve("b.yaml"));
    assertThat(new Fingerprint().addFilesBelow(directory).take()).isNotEqualTo(before);
  }

  @Test
  void directoryThatIsNotThereCountsAsEmpty() throws IOException {
    assertThat(new Fingerprint().addFilesBelow(directory.resolve("nowhere")).take())
        .isEqualTo(new Fingerprint().addFilesBelow(directory).take());
  }
}
