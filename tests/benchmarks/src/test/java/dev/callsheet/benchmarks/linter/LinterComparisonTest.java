package dev.callsheet.benchmarks.linter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only those who say the same of the same requests can be compared. */
class LinterComparisonTest {
  @Test
  void allValidatorsAgreeOnEveryRequest() {
    List<CorpusRequest> samples = RequestCorpus.read(Path.of("..", ".."));
    LinterComparison.requireAgreement(samples);
    assertThat(samples).extracting(CorpusRequest::valid).contains(true, false);
  }
}
