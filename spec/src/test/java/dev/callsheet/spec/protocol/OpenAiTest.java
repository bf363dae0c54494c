package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.QuotaException;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiTest {
  @TempDir Path folder;
  private OpenAiServer openAi;
  private CallsheetClient client;

  @BeforeEach
  void open() throws IOException {
    openAi = new OpenAiServer();
    client = PlatformClients.client("openai", openAi.uri("/v1"), folder.resolve("journal"));
  }

  @AfterEach
  void close() {
    client.close();
    openAi.close();
  }

  private static RawRequest picture() {
    return request("openai", "gpt-image-1", "{'model':'gpt-image-1','prompt':'a lighthouse'}");
  }

  @Test
  void theReplyIsTheResultAndHasTheBytes() throws IOException {
    var deliveries = client.submit(picture()).await(LONG);

    var files = deliveries.get(0).downloadAll(folder.resolve("out"));
    assertThat(files).hasSize(2);
    assertThat(Files.readAllBytes(files.get(0).file())).startsWith(0x89, 'P', 'N', 'G');
    assertThat(openAi.calls("")).hasSize(1);
  }

  @Test
  void aRequestWithImagesIsAnEdit() {
    client
        .submit(
            request(
                "openai",
                "gpt-image-1",
                "{'model':'gpt-image-1','prompt':'at night','images':[{'image_url':'data:image/png;base64,AA=='}]}"))
        .await(LONG);

    assertThat(openAi.calls("POST /v1/images/edits")).hasSize(1);
  }

  @Test
  void arrearsThatAreToldAsTooManyRequestsAreNotSentAgain() {
    openAi.refusal =
        OpenAiServer.error(
            429, "insufficient_quota", "insufficient_quota", "You exceeded your quota");

    assertThatThrownBy(() -> client.submit(picture()).await(LONG))
        .isInstanceOf(QuotaException.class)
        .hasMessageContaining("You exceeded your quota");
    assertThat(openAi.calls("")).hasSize(1);
  }

  @Test
  void aRefusalOfTheContentIsSafety() {
    openAi.refusal =
        OpenAiServer.error(
            400, "image_generation_user_error", "moderation_blocked", "Your request was rejected");

    assertThatThrownBy(() -> client.submit(picture()).await(LONG))
        .isInstanceOf(SafetyException.class)
        .hasMessageContaining("parameter prompt");
    assertThat(client.jobs()).as("refused, and told").isEmpty();
  }

  @Test
  void aLostReplyIsNeverSentAgainNeitherByThisClientNorByTheNext() {
    openAi.lostReplies.set(1);
    var request = picture();

    assertThatThrownBy(() -> client.submit(request).await(LONG))
        .hasMessageContaining("it is not sent again. Look at the account's list of requests");
    client.close();
    client = PlatformClients.client("openai", openAi.uri("/v1"), folder.resolve("journal"));
    assertThat(client.jobs())
        .singleElement()
        .satisfies(job -> assertThat(job.phase()).isEqualTo(Phase.UNCERTAIN));
    assertThat(client.resume())
        .singleElement()
        .satisfies(
            job ->
                assertThatThrownBy(() -> job.await(LONG)).hasMessageContaining("not sent again"));

    assertThat(openAi.paid()).isEqualTo(1);
    assertThat(client.jobs()).as("a person decides").hasSize(1);
  }
}
