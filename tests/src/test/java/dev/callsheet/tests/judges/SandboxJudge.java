package dev.callsheet.tests.judges;

import dev.callsheet.runtime.Severity;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the request, as the API wants it, to a running server, which is told to judge it and no
 * more: nobody waits for images. It refuses or it does not.
 */
record SandboxJudge(Sandbox sandbox, HttpClient client) implements Judge {
  private static final JsonMapper JSON = new JsonMapper();

  SandboxJudge(Sandbox sandbox) {
    this(sandbox, HttpClient.newHttpClient());
  }

  /** Whether it knows the requests of a model's platform. */
  static boolean plays(ModelSpec model) {
    return model.metadata().platformName().filter("runware"::equals).isPresent();
  }

  @Override
  public JudgeFindings judge(JudgedRequest request) throws IOException, InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(sandbox.endpoint())
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer a-key")
            .header("X-Runware-Dry-Run", "1")
            .POST(BodyPublishers.ofString("[" + Files.readString(request.file()) + "]"))
            .build();
    HttpResponse<String> response = client.send(post, BodyHandlers.ofString());
    JudgeFindings verdict = JudgeFindings.none();
    for (JsonNode error : JSON.readTree(response.body()).path("errors")) {
      verdict.add(Severity.ERROR, error.path("rule").asString("no rule: " + error));
      verdict.messages().add(error.path("message").asString());
    }
    if (verdict.errors().isEmpty() != (response.statusCode() == 200)) {
      throw new AssertionError("status " + response.statusCode() + " with " + response.body());
    }
    return verdict;
  }

  @Override
  public JudgeFindings detectable(JudgeFindings verdict) {
    return new JudgeFindings(verdict.errors(), Set.of(), Set.of(), verdict.messages());
  }
}
