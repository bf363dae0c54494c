package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.job.JobStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest extends ClientTest {
  private static final String FILM = "\0\0\0\u0018ftypisom moving pictures";

  @TempDir Path directory;

  @Test
  void submitsPollsDeliversAndDownloads() throws IOException {
    var media = UUID.randomUUID();
    var server =
        server(
            call ->
                switch (call.number()) {
                  case 1 -> ScriptedResponse.data(call.ack());
                  case 2, 3 -> ScriptedResponse.data(call.processing());
                  default ->
                      ScriptedResponse.data(
                          call.item(
                              """
                              "status":"success","videoUUID":"%s","videoURL":"http://%s/media/v.mp4","cost":0.560
                              """
                                  .formatted(media, call.host())));
                });
    server.serving("/media/v.mp4", call -> ScriptedResponse.of(200, FILM));
    var request = ClipRequest.of(1);

    var job = client(server).submit(request);
    var deliveries = job.await(LONG);

    assertThat(job.id()).isEqualTo(request.jobId());
    assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.get(0).result().mediaUUID()).isEqualTo(media);
    assertThat(deliveries.get(0).cost()).contains(new BigDecimal("0.560"));
    assertThat(deliveries.get(0).download(directory))
        .isEqualTo(directory.resolve(media + ".mp4"))
        .hasContent(FILM);
  }
}
