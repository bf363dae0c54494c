package dev.callsheet.benchmarks.linting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.benchmarks.corpus.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only those who say the same of the same requests can be compared. */
class BytesPartTest {
  @Test
  void everyoneSaysTheSameOfEveryRequest() {
    List<Sample> samples = Corpus.read(Path.of("..", ".."));
    BytesPart.requireAgreement(samples);
    assertThat(samples).extracting(Sample::right).contains(true, false);
  }
}
