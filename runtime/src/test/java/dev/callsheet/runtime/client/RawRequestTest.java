package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawRequestTest extends ClientTest {
  private static final String TASK =
      """
      {"taskType":"imageInference","model":"acme:image@1","positivePrompt":null,"numberResults":2}""";

  @TempDir Path directory;

  private static RawRequest request(String json) {
    return RawRequest.of(WireJson.MAPPER.readTree(json));
  }

  @Test
  void givesATaskWithoutAnIdOne() {
    var request = request(TASK);

    assertThat(request.task().path("taskUUID").asString()).isEqualTo(request.jobId() + "");
    assertThat(request.expectedResults()).isEqualTo(2);
    assertThat(request.modelType().id()).isEqualTo("acme:image@1");
  }

  @Test
  void sendsTheTaskAsItIs() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(call.item("\"imageDataURI\":\"data:image/svg+xml,<svg>\"")));
    var request = request(TASK.replace("2}", "1}"));

    var delivery = client(server).submit(request).await(LONG).get(0);

    assertThat(server.calls().get(0).task()).isEqualTo(request.task());
    assertThat(delivery.download(directory)).hasContent("<svg>");
  }

  @Test
  void isJudgedByTheCheckerItIsGiven() throws IOException {
    var server = server(call -> ScriptedResponse.data(call.ack()));
    var client = client(server);
    var request =
        request(TASK)
            .withChecker(
                task ->
                    List.of(
                        new Violation(
                            "some-rule",
                            Severity.ERROR,
                            "",
                            new Problem.BrokenRule("no"),
                            List.of())));

    assertThatThrownBy(() -> client.submit(request)).isInstanceOf(InvalidRequestException.class);
    assertThat(server.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "3", "{\"taskType\":\"x\",\"taskUUID\":\"nine\"}"})
  void refusesWhatIsNoTask(String json) {
    assertThatThrownBy(() -> request(json)).isInstanceOf(IllegalArgumentException.class);
  }
}
