package dev.callsheet.benchmarks.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only those who say the same of the same requests can be compared. */
class CheckPartTest {
  @Test
  void everyoneSaysTheSameOfEveryRequest() {
    List<TypedRequest> requests = TypedRequest.read(Path.of("..", ".."));
    CheckPart.requireAgreement(requests);
    assertThat(requests).extracting(TypedRequest::right).contains(true, false);
  }
}
