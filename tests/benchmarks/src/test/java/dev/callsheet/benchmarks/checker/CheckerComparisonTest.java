package dev.callsheet.benchmarks.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only those who say the same of the same requests can be compared. */
class CheckerComparisonTest {
  @Test
  void allValidatorsAgreeOnEveryRequest() {
    List<TypedRequest> requests = TypedRequest.read(Path.of("..", ".."));
    CheckerComparison.requireAgreement(requests);
    assertThat(requests).extracting(TypedRequest::valid).contains(true, false);
  }
}
